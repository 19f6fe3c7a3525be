package org.agentinbox.summary.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds phrases of an English sentence that can be topics: things that are named and what is done with them. It decides by the words before
 * them.
 */
final class PhraseReader {

    /** @param bonus added to the weight that the phrase's words have by how often they were said; may be negative */
    record Phrase(String text, double bonus) {}

    private static final int LONGEST = 3;
    private static final double NAMES_A_THING = 0.3;
    private static final double SEVERAL_WORDS = 0.3;
    private static final double IS_A_THING_HARDLY = -1;
    private static final Lexicon WORDS = Lexicon.ENGLISH;
    private static final Set<String> DEEDS = WORDS.words("deeds");
    private static final Set<String> NO_TOPIC = WORDS.words("notopic");
    private static final Set<String> VERBS = WORDS.words("verbs");
    private static final Set<String> BETWEEN = Set.of("a", "an", "the", "my", "some", "this", "to", "for", "of");
    private static final Set<String> BEFORE_VERBS = WORDS.words("beforeverbs");
    private static final Set<String> BEFORE_ADJECTIVES = WORDS.words("beforeadjectives");
    private static final Pattern THING = Pattern.compile("(?:tion|sion|ment|ness|ity|ship|ance|ence|ism|age|ist|ery|ology|hood)s?$");
    private static final Pattern SHORT_FORM = Pattern.compile("'(?:t|ve|ll|d|re|m)$");

    private final Predicate<String> persons;
    private final List<Phrase> phrases = new ArrayList<>();
    private final List<String> run = new ArrayList<>();
    private String deed = "";
    private String beforeRun = "";

    private PhraseReader(Predicate<String> persons) {
        this.persons = persons;
    }

    /**
     * @param persons whether a word, in its letter case, is somebody's name
     * @return in the order of the sentence
     */
    static List<Phrase> read(String sentence, Predicate<String> persons) {
        PhraseReader reader = new PhraseReader(persons);
        reader.read(sentence);
        return reader.phrases;
    }

    private void read(String sentence) {
        int end = 0;
        String before = "";
        for (WordScanner scanner = new WordScanner(sentence); scanner.next();) {
            scanner.skipMarks();
            if (scanner.start() == scanner.end()) {
                continue;
            }
            String word = withoutGenitive(scanner.word());
            String lower = word.toLowerCase(Locale.ROOT);
            boolean broken = end > 0 && isBroken(sentence, end, scanner.start());
            boolean topical = isTopical(lower) && !persons.test(word);
            boolean isDeed = DEEDS.contains(lower);
            if (broken || !topical) {
                flush();
                deed = isDeed ? lower : BETWEEN.contains(lower) ? deed : "";
            }
            if (topical && run.isEmpty() && isDeed) {
                deed = lower;
            } else if (topical) {
                beforeRun = !run.isEmpty() ? beforeRun : broken ? "" : before;
                run.add(word);
            }
            before = lower;
            end = scanner.end();
        }
        flush();
    }

    /** Keeps short forms such as {@code it's} and {@code what's}, which are common words. */
    private static String withoutGenitive(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith("'s") && !TextAnalysis.isCommon(lower) ? word.substring(0, word.length() - 2) : word;
    }

    private static boolean isTopical(String lower) {
        return lower.length() > 2 && !TextAnalysis.isCommon(lower) && !NO_TOPIC.contains(lower)
            && !(lower.indexOf('\'') > 0 && SHORT_FORM.matcher(lower).find())
            && !(Character.isDigit(lower.charAt(0)) && lower.chars().allMatch(Character::isDigit));
    }

    private static boolean isBroken(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '&' && !Character.isWhitespace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private void flush() {
        if (run.stream().noneMatch(TopicWords::namesSomething)) {
            run.clear();
            return;
        }
        boolean verb = BEFORE_VERBS.contains(beforeRun) || beforeRun.equals("to") && Character.isLowerCase(run.get(0).charAt(0));
        if (verb && run.size() > 1) {
            deed = run.remove(0).toLowerCase(Locale.ROOT);
        }
        String head = run.get(run.size() - 1);
        boolean hardly = run.size() == 1 && deed.isEmpty() && (verb || BEFORE_ADJECTIVES.contains(beforeRun));
        double bonus = (THING.matcher(head.toLowerCase(Locale.ROOT)).find() ? NAMES_A_THING : 0) + (hardly ? IS_A_THING_HARDLY : 0);
        if (!(hardly && verb && (head.endsWith("ed") || VERBS.contains(head))) && TopicWords.namesSomething(head)) {
            phrases.add(new Phrase(head, bonus));
        }
        if (run.size() > 1) {
            phrases.add(new Phrase(last(2), bonus + SEVERAL_WORDS));
        }
        if (!deed.isEmpty()) {
            phrases.add(new Phrase(deed + " " + last(LONGEST), bonus + SEVERAL_WORDS));
        }
        run.clear();
    }

    private String last(int words) {
        return String.join(" ", run.subList(Math.max(0, run.size() - words), run.size()));
    }
}
