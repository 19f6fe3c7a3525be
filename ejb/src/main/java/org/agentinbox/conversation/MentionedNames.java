package org.agentinbox.conversation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.agentinbox.account.Person;

/**
 * Finds whom a text mentions: an {@code @} that stands at the beginning or after something that is no letter and no digit, and right after
 * it a display name, in any case, that no letter or digit continues unless the name ends in a Korean syllable, to which particles are
 * joined. Of several names that begin alike the longest is meant; of several people with one name, all are.
 */
final class MentionedNames {

    private MentionedNames() {}

    static Set<UUID> in(String text, Collection<Person> people) {
        List<Person> longestFirst = people.stream().filter(person -> !person.name().isBlank())
            .sorted(Comparator.comparingInt((Person person) -> person.name().length()).reversed()).toList();
        return IntStream.range(0, text.length()).filter(at -> begins(text, at)).mapToObj(at -> named(text, at + 1, longestFirst))
            .flatMap(List::stream).map(Person::id).collect(Collectors.toSet());
    }

    private static boolean begins(String text, int at) {
        return text.charAt(at) == '@' && (at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at)));
    }

    private static List<Person> named(String text, int from, List<Person> longestFirst) {
        return longestFirst.stream().filter(person -> stands(text, from, person.name())).findFirst()
            .map(found -> longestFirst.stream().filter(person -> lower(person.name()).equals(lower(found.name()))).toList())
            .orElse(List.of());
    }

    private static boolean stands(String text, int from, String name) {
        int end = from + name.length();
        return text.regionMatches(true, from, name, 0, name.length()) && (end == text.length()
            || !Character.isLetterOrDigit(text.codePointAt(end))
            || Character.UnicodeScript.of(name.codePointBefore(name.length())) == Character.UnicodeScript.HANGUL);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
