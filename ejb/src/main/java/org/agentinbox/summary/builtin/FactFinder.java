package org.agentinbox.summary.builtin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.summary.api.Fact;
import org.agentinbox.summary.api.Turn;

/**
 * Finds details: times, days, counts, sums, names, places, and what the visitor wants to be included. Each is returned once, with the
 * message in which it occurs first.
 */
public final class FactFinder {

    private static final int MOST = 40;
    private static final int LONGEST_READ = 2_000;
    private static final Lexicon WORDS = Lexicon.ENGLISH;
    private static final Map<String, String> NUMBERS = WORDS.pairs("numbers");
    private static final Set<String> ENDS_A_PLACE = WORDS.words("endsaplace");
    private static final String DIGITS = "0123456789";
    private static final PatternScanner TIME = new PatternScanner(Pattern
        .compile("\\b([01]?\\d|2[0-3])[:.]([0-5]\\d)\\s*([ap]\\.?m\\b)?|\\b(1[0-2]|"
            + "0?[1-9])\\s*([ap])\\.?m\\b", Pattern.CASE_INSENSITIVE),
        DIGITS);
    private static final PhraseMatcher DAY = WORDS.phrases("days.re");
    private static final PhraseMatcher COUNT = new PhraseMatcher(Stream.concat(Stream.of("\\d{1,4}"), NUMBERS.keySet().stream()).toList(),
        "(?<number>",
        ")[ -]?(?<unit>" + WORDS.alternatives("counted.re") + ")\\b");
    private static final PhraseMatcher ALONE = new PhraseMatcher(
        List.of("just (?:for )?(?:me|myself|one)", "only (?:for )?(?:me|myself|one)", "by myself", "alone",
            "(?:a|one|single) (?:ticket|person|seat)", "for myself"),
        "\\b");
    private static final PatternScanner SUM = new PatternScanner(
        Pattern.compile("[$€£₩]\\s?\\d[\\d,.]*\\d|[$€£₩]\\s?\\d|\\b\\d[\\d,.]*\\s?(?:USD|EUR|GBP|KRW|"
            + "dollars|euros|pounds|won|%|원|만 ?원)", Pattern.CASE_INSENSITIVE),
        DIGITS + "$€£₩");
    private static final PatternScanner CODE = new PatternScanner(Pattern
        .compile("\\b(?=[A-Z0-9-]*\\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{3,}\\b"),
        DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static final Pattern NAME = Pattern.compile("\\b\\p{Lu}[\\p{L}'&-]+(?:\\s(?:(?:of|the|and|de|la|"
        + "&)\\s)*\\p{Lu}[\\p{L}'&-]+){0,6}(?![\\p{N}\\p{L}])");
    private static final PhraseMatcher PLACE = new PhraseMatcher(
        List.of("from", "to", "at", "in", "into", "near", "for", "called", "named", "reach", "is",
            "visit", "about", "on", "of", "the"),
        "(?<![\\p{L}\\p{N}_]{1,2})(?:", ")\\s+(?<place>(?:\\p{L}[\\p{L}'’]*\\s?){1,6})");
    private static final PhraseMatcher CHOICE = WORDS.phrases("choices.re");
    private static final PhraseMatcher WITH = WORDS.phrases("included.re");
    private static final Pattern KOREAN_DETAIL = Pattern.compile("(?:오전|오후)? ?\\d{1,2}시(?: ?\\d{1,2}분| ?반)?|\\d{1,2}월 ?\\d{1,2}일|"
        + "\\d{1,2}일(?! ?이내)|[월화수목금토일]요일|오늘|내일|모레|다음 ?주|이번 ?주|\\d[\\d,]* ?(?:원|개월|개|명|박|일|권|장|대|벌|켤레|시간|분|회|%)");

    private final Map<String, Fact> facts = new LinkedHashMap<>();

    private FactFinder() {}

    /** @return at most 40, in the order in which they were said */
    public static List<Fact> find(List<Turn> turns) {
        FactFinder finder = new FactFinder();
        for (Turn turn : turns) {
            if (turn.author() != AuthorKind.SYSTEM && turn.text() != null) {
                String text = turn.text().replace('’', '\'');
                finder.read(text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text, turn);
            }
        }
        List<Fact> found = new ArrayList<>(finder.facts.values());
        return found.size() > MOST ? found.subList(0, MOST) : found;
    }

    private void read(String text, Turn turn) {
        if (TextAnalysis.isKorean(text)) {
            each(KOREAN_DETAIL, text, turn);
        }
        if (TextAnalysis.hasDigit(text)) {
            SUM.each(text, sum -> add(sum.group().strip(), turn));
            CODE.each(text, code -> add(code.group(), turn));
            TIME.each(text, time -> add(time(time), turn));
        }
        each(DAY, text, found -> add(found.group(), turn));
        if (turn.author() == AuthorKind.VISITOR) {
            counts(text, turn);
            each(CHOICE, text, found -> add(found.group(), turn));
            each(WITH, text, found -> add(found.group().toLowerCase(Locale.ROOT) + ": yes", turn));
            places(text, turn);
        }
        names(text, turn);
    }

    /** A single capitalised word at the beginning of a sentence does not count as a name. */
    private void names(String text, Turn turn) {
        Matcher name = NAME.matcher(text).useTransparentBounds(true);
        for (int i = 0; i < text.length(); i++) {
            if (!mayBeginAName(text, i) || !name.region(i, text.length()).lookingAt()) {
                continue;
            }
            i = name.end() - 1;
            String value = name.group();
            boolean single = value.indexOf(' ') < 0;
            int before = name.start() - 1;
            while (before >= 0 && text.charAt(before) == ' ') {
                before--;
            }
            boolean first = before < 0 || ".!?\n\"".indexOf(text.charAt(before)) >= 0;
            if (!(single && (first || TextAnalysis.isCommon(value.toLowerCase(Locale.ROOT))))) {
                add(value, turn);
            }
        }
    }

    /** A first filter before the regular expression: most capitals are single letters or inside words, and begin no name. */
    private static boolean mayBeginAName(String text, int i) {
        if (!Character.isUpperCase(text.charAt(i)) || i + 1 == text.length() || i > 0 && Character.isLetterOrDigit(text.charAt(i - 1))) {
            return false;
        }
        char second = text.charAt(i + 1);
        return Character.isLetter(second) || Character.isSurrogate(second) || "'&-".indexOf(second) >= 0;
    }

    private void each(Pattern pattern, String text, Turn turn) {
        for (Matcher found = pattern.matcher(text); found.find();) {
            add(found.group().strip(), turn);
        }
    }

    private static void each(PhraseMatcher phraseMatcher, String text, Consumer<Matcher> then) {
        for (Matcher found = phraseMatcher.next(text, 0); found != null; found = phraseMatcher.next(text, found.end())) {
            then.accept(found);
        }
    }

    /** The time in one notation. */
    private static String time(Matcher time) {
        boolean full = time.group(1) != null;
        int hour = Integer.parseInt(full ? time.group(1) : time.group(4));
        String half = full ? time.group(3) : time.group(5);
        if (half != null) {
            boolean afternoon = Character.toLowerCase(half.charAt(0)) == 'p';
            hour = afternoon && hour < 12 ? hour + 12 : !afternoon && hour == 12 ? 0 : hour;
        }
        return (hour < 10 ? "0" : "") + hour + ":" + (full ? time.group(2) : "00");
    }

    private void counts(String text, Turn turn) {
        each(COUNT, text, count -> {
            String number = count.group("number").toLowerCase(Locale.ROOT);
            add(NUMBERS.getOrDefault(number, number) + " " + count.group("unit").toLowerCase(Locale.ROOT), turn);
        });
        if (ALONE.isIn(text)) {
            add("1 person", turn);
        }
    }

    /**
     * Finds places in phrases such as "departing from bishops stortford on friday". They are found by the words around them, because people
     * often write them in small letters.
     */
    private void places(String text, Turn turn) {
        for (Matcher place = PLACE.next(text, 0); place != null; place = PLACE.next(text, place.start("place"))) {
            StringBuilder name = new StringBuilder();
            for (String word : TextAnalysis.tokens(place.group("place"))) {
                String lower = word.toLowerCase(Locale.ROOT);
                if (ENDS_A_PLACE.contains(lower) && !(name.isEmpty() && lower.equals("the"))) {
                    break;
                }
                name.append(name.isEmpty() ? "" : " ").append(word);
            }
            String value = name.toString();
            if (!value.isEmpty() && !TextAnalysis.isCommon(value.toLowerCase(Locale.ROOT))) {
                add(value, turn);
            }
        }
    }

    private void add(String value, Turn turn) {
        facts.putIfAbsent(value.toLowerCase(Locale.ROOT), new Fact(value, turn.seq()));
    }
}
