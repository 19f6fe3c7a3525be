package org.agentinbox.summary.builtin;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.agentinbox.conversation.append.AuthorKind;

/** Analyses English sentences. */
final class English implements Language {

    private static final Lexicon WORDS = Lexicon.ENGLISH;
    private static final PhraseMatcher LEAD_IN = WORDS.phrases("leadin.re", "(?![\\p{L}\\p{N}'])[\\s,!.:;…-]*");
    private static final Pattern VOCATIVE = Pattern.compile("^\\p{Lu}\\p{Ll}{1,11}[,!]\\s+(?=\\S+ )");
    private static final Pattern TAIL = Pattern.compile("[\\s,;:-]{0,9}(?:\\b(?:please|pls|plz|thanks|thank you|thx|cheers|lol|"
        + "though|tho|too|anyway|then)\\b[\\s,.!?]{0,9}){1,6}$",
        Pattern.CASE_INSENSITIVE);
    private static final Set<String> TAIL_WORDS = Set.of("please", "pls", "plz", "thanks", "you", "thx", "cheers", "lol", "though", "tho",
        "too", "anyway", "then");
    private static final PhraseMatcher COURTESY = WORDS.phrases("courtesy.re", "[\\s.,!?]*$");
    private static final PhraseMatcher CONSENT = WORDS.phrases("consent.re", "\\b");
    private static final PhraseMatcher PROBLEM = WORDS.phrases("problem.re");
    private static final PhraseMatcher WISH = WORDS.phrases("wish.re");
    private static final PhraseMatcher REQUEST = WORDS.phrases("request.re", "\\b");
    private static final PhraseMatcher COMMITMENT = WORDS.phrases("commitment.re");
    private static final Pattern ASKING = Pattern.compile("^(?:(?:and|so|but|or) )?(?:what|why|when|where|who|whom|whose|which|how|"
        + "any)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASKS_OF = Pattern.compile("^\\w+ (?:i|we|you|he|she|it|they|this|that|the|your)\\b.*\\?\\s*$|"
        + "^do (?:i|we|you|they|the|your)\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> VERBS = WORDS.words("verbs");
    private static final Set<String> AUXILIARIES = WORDS.words("aux");

    @Override
    public SpeechAct act(String sentence, String essence, AuthorKind author) {
        if (COURTESY.begins(sentence) || !essence.equals(sentence) && COURTESY.begins(essence)) {
            return SpeechAct.COURTESY;
        }
        String first = firstWord(essence);
        if (REQUEST.begins(essence) || VERBS.contains(first) && author == AuthorKind.AGENT && !asksOfSomebody(essence)
            || VERBS.contains(first) && asksFirst(sentence)) {
            return SpeechAct.REQUEST;
        }
        if (sentence.endsWith("?") || AUXILIARIES.contains(first) && author == AuthorKind.VISITOR && sentence.endsWith("?")) {
            return SpeechAct.QUESTION;
        }
        if (author == AuthorKind.AGENT) {
            return COMMITMENT.isIn(essence) ? SpeechAct.COMMITMENT : SpeechAct.STATEMENT;
        }
        if (ASKING.matcher(essence).matches() && TextAnalysis.count(essence) > 3) {
            return SpeechAct.QUESTION;
        }
        if (WISH.isIn(essence)) {
            return SpeechAct.WISH;
        }
        return PROBLEM.isIn(essence) ? SpeechAct.PROBLEM : CONSENT.begins(sentence) && TextAnalysis.count(sentence) < 5
            ? SpeechAct.CONSENT : SpeechAct.STATEMENT;
    }

    /** Questions such as "Do you …" or "have they …" begin with a verb but are no orders. */
    private static boolean asksOfSomebody(String essence) {
        return ASKS_OF.matcher(essence).find();
    }

    private static boolean asksFirst(String sentence) {
        return sentence.toLowerCase(Locale.ROOT).startsWith("please");
    }

    @Override
    public boolean tellsOfAProblem(String sentence) {
        return PROBLEM.isIn(sentence);
    }

    @Override
    public String essence(String sentence) {
        String left = sentence.strip();
        String before;
        do {
            before = left;
            Matcher leadIn = LEAD_IN.at(left, 0);
            left = leadIn == null ? left : left.substring(leadIn.end());
            left = mayBeginWithAName(left) ? VOCATIVE.matcher(left).replaceFirst("") : left;
        } while (!left.equals(before) && !left.isEmpty());
        left = withoutEnd(TAIL_WORDS.contains(lastWord(left)) ? TAIL.matcher(left).replaceFirst("") : left);
        return left.isBlank() ? sentence : left;
    }

    /** A first filter: whether the text begins with a capital, small letters, and a mark that may follow the name of an addressee. */
    private static boolean mayBeginWithAName(String text) {
        int end = 1;
        while (end < text.length() && (Character.isLowerCase(text.charAt(end)) || Character.isSurrogate(text.charAt(end)))) {
            end++;
        }
        return end > 1 && end < text.length() && Character.isUpperCase(text.charAt(0)) && ",!".indexOf(text.charAt(end)) >= 0;
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && (Character.isWhitespace(text.charAt(end - 1)) || ",;:-".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String lastWord(String text) {
        int end = text.length();
        while (end > 0 && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        int from = end;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '\'')) {
            end++;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }

    @Override
    public String report(Sentence sentence) {
        return EnglishReportedSpeech.of(sentence, sentence.essence());
    }
}
