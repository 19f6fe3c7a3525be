package org.agentinbox.summary.builtin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts English sentences into the third person: "Can I return my TV?" becomes "Customer is asking whether they can return their TV." */
final class EnglishReportedSpeech {

    private static final Map<String, String> VISITORS = pairs("i>they|im>they are|i'm>they are|ive>they have|i've>they have|"
        + "i'll>they will|i'd>they would|me>them"
        + "|my>their|mine>theirs|myself>themselves|we>they|we're>they are|we've>they have|we'll>they will|we'd>they would|us>them|"
        + "our>their|ours>theirs"
        + "|ourselves>themselves|u>the company|ur>the company's|r>are|you>the company|your>the company's|you're>the company is|"
        + "you've>the company has"
        + "|you'll>the company will|you'd>the company would|yours>the company's|y'all>the company|yall>the company");
    private static final Map<String, String> AGENTS = pairs("i>they|im>they are|i'm>they are|ive>they have|i've>they have|"
        + "i'll>they will|i'd>they would|me>them"
        + "|my>their|we>they|we're>they are|we've>they have|we'll>they will|we'd>they would|us>them|our>their|ours>theirs|"
        + "ourselves>themselves"
        + "|u>the customer|ur>their|you>the customer|your>their|you're>the customer is|you've>the customer has|"
        + "you'll>the customer will|you'd>the customer would|yours>theirs"
        + "|yourself>themselves");
    private static final Map<String, String> PLAIN = pairs("can't>cannot|cant>cannot|won't>will not|wont>will not|don't>do not|"
        + "dont>do not|doesn't>does not|doesnt>does not"
        + "|didn't>did not|didnt>did not|isn't>is not|isnt>is not|aren't>are not|wasn't>was not|weren't>were not|hasn't>has not|"
        + "haven't>have not|havent>have not|couldn't>could not"
        + "|wouldn't>would not|shouldn't>should not|it's>it is|that's>that is|there's>there is|what's>what is|he's>he is|"
        + "she's>she is|they're>they are|they've>they have"
        + "|pls>please|plz>please|thx>thanks|n>and|bt>but|gonna>going to|wanna>want to|gotta>have to");
    private static final Set<String> AUXILIARIES = Lexicon.ENGLISH.words("aux");
    private static final Set<String> PRONOUNS = Lexicon.ENGLISH.words("pronouns");
    private static final Set<String> VERBS = Lexicon.ENGLISH.words("verbs");
    private static final Set<String> FINITE = Lexicon.ENGLISH.words("finite");
    private static final Set<String> PAST = Lexicon.ENGLISH.words("past");
    private static final Pattern WORD = Pattern.compile("^(\\W*)([\\p{L}\\p{N}][\\p{L}\\p{N}'.:/-]*?)([^\\p{L}\\p{N}]*)$");
    private static final Pattern POLITE = Pattern.compile("^(?:(?:please|kindly|can you|could you|would you(?: mind)?|will you|"
        + "can u|could u|you can|you may|you could|you should|you'll need to|you will need to"
        + "|you need to|feel free to|we(?:'d| would) (?:recommend|suggest|ask) (?:that )?you|we recommend you|we suggest you|"
        + "be sure to|make sure to|we need you to|do)\\s+)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern LET_KNOW = Pattern.compile("^(?:let (?:us|me) know|tell (?:us|me)|confirm|advise|clarify)\\s*(?:if|"
        + "whether)?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern GIVE_US = Pattern.compile("^(?:can|may|could) (?:we|i) (?:please )?(?:get|have|"
        + "ask for)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern WISHES = Pattern.compile("^(?:i|we)(?:'d| would)? (?:really |also |just )?(?:want|need|like|wish|"
        + "wanna|prefer|love)\\s+(?=.)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOKS = Pattern.compile("^(?:i am |i'm |we are |we're |i was )?(?:also )?(looking for|looking to|"
        + "trying to|hoping to|planning to|interested in)\\s+(?=.)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WH = Pattern.compile("^((?:what|why|when|where|who|whom|whose|which|how)(?:\\s+(?:much|many|long|"
        + "far|often|soon|come|about|time|day|kind of|type of|sort of|exactly))?)\\s+(.*)$",
        Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> BEFORE_VERBS = Set.of("also", "still", "just", "only", "always", "ever", "never", "already", "even",
        "then", "now",
        "often", "sometimes");
    private static final Pattern QUESTION_INSIDE = Pattern.compile("^[^?]{2,60}?[,:–-]\\s*((?:is|are|was|were|do|does|did|can|could|"
        + "will|would|should|has|have|what|why|when|where|who|which|how)\\s.*)$",
        Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SHORT_FORMS = Pattern.compile("'(?:s|m|re|ve|ll|d)$|^(?:im|ive)$");
    private static final Set<String> BE = Set.of("is", "are", "was", "were", "am", "has", "have", "isn't", "aren't", "wasn't", "hasn't",
        "will", "can", "would");
    private static final Set<String> LEFT_OUT = Set.of("can't", "cannot", "cant", "couldn't", "didn't", "don't", "won't", "haven't",
        "have", "had", "was", "am", "would", "will");
    private static final Set<String> AFTER_FEELING = Set.of("at", "with", "by", "that", "in", "to", "off", "about", "of", "and");
    private static final Pattern NOT_BEFORE_SUBJECT = Pattern.compile("\\b(is|are|was|were|do|does|did|has|have|can|could|will|"
        + "would|should) ?not(?= (?:the|they|this|that|their|my|it|any|all|a)\\b)");
    private static final Pattern URGES = Pattern.compile("\\b(?:please|kindly|go ahead and|let's)\\b|^if [^,]+, (?:just|connect|"
        + "reach|try|shout|dm|contact|call)\\b", Pattern.CASE_INSENSITIVE);
    private static final String END_MARKS = " \t\n\u000B\f\r.!?,;:…-";
    private static final int ASCII = 128;
    private static final Pattern END = Pattern.compile("[\\s.!?,;:…-]+$");

    private final Map<String, String> persons;
    private final boolean visitor;

    private EnglishReportedSpeech(boolean visitor) {
        this.visitor = visitor;
        this.persons = visitor ? VISITORS : AGENTS;
    }

    /** @return a sentence in the third person */
    static String of(Sentence sentence, String essence) {
        EnglishReportedSpeech report = new EnglishReportedSpeech(sentence.isVisitors());
        String core = withoutEnd(essence);
        String shorter = SentenceShortener.of(core);
        boolean cut = !shorter.equals(core);
        core = cut ? withoutEnd(shorter) : core;
        String said = report.say(sentence.act(), core).replace(" : ", ": ").replace("company's's", "company's").strip();
        return cut ? withoutEnd(said) + "…" : said.endsWith("?") ? said : said + ".";
    }

    /** The usual closing marks are removed without a regular expression, which is faster. */
    private static String withoutEnd(String text) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        if (last >= ASCII && last != '…') {
            return END.matcher(text).replaceFirst("");
        }
        int end = text.length();
        while (end > 0 && END_MARKS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private String say(SpeechAct act, String core) {
        return switch (act) {
            case QUESTION -> visitor ? "Customer is asking " + question(core) : "Agent asks the customer " + question(core);
            case REQUEST -> visitor ? visitorsRequest(core) : agentsRequest(core);
            case WISH -> wish(core);
            case PROBLEM -> "Customer is complaining " + clause(core);
            default -> {
                String clause = clause(core);
                yield (visitor ? "Customer says " : "Agent states ") + (!visitor && URGES.matcher(core).find() ? ": " + third(core)
                    : clause);
            }
        };
    }

    private String wish(String core) {
        Matcher wishes = WISHES.matcher(core);
        if (wishes.find()) {
            return "Customer wants " + third(core.substring(wishes.end()));
        }
        Matcher looks = LOOKS.matcher(core);
        if (looks.find()) {
            return "Customer is " + looks.group(1).toLowerCase(Locale.ROOT) + " " + third(core.substring(looks.end()));
        }
        return "Customer says " + clause(core);
    }

    private String visitorsRequest(String core) {
        Matcher give = GIVE_US.matcher(core);
        if (give.find()) {
            return "Customer is asking for " + third(core.substring(give.end()));
        }
        Matcher know = LET_KNOW.matcher(core);
        if (know.find() && know.end() < core.length()) {
            return "Customer is asking " + question(core.substring(know.end()));
        }
        String act = POLITE.matcher(core).replaceFirst("");
        return "Customer is asking to " + third(act);
    }

    private String agentsRequest(String core) {
        Matcher give = GIVE_US.matcher(core);
        if (give.find()) {
            return "Agent asks for " + third(core.substring(give.end()));
        }
        String act = POLITE.matcher(core).replaceFirst("");
        Matcher know = LET_KNOW.matcher(act);
        if (know.find() && know.end() < act.length()) {
            return "Agent asks the customer " + question(act.substring(know.end()));
        }
        return "Agent asks the customer to " + third(act);
    }

    /** A clause with "that …", with the subject that people often leave out; a fragment becomes what the sentence is about. */
    private String clause(String core) {
        List<String> tokens = tokens(core);
        List<String> bare = tokens.stream().map(EnglishReportedSpeech::bare).toList();
        String first = bare.get(0);
        String second = bare.size() > 1 ? bare.get(1) : "";
        String rest = third(core);
        boolean finite = bare.stream().skip(1).anyMatch(t -> BE.contains(t) || SHORT_FORMS.matcher(t).find());
        boolean subject = bare.stream().anyMatch(t -> PRONOUNS.contains(t) || SHORT_FORMS.matcher(t).find());
        if (LEFT_OUT.contains(first) && !PRONOUNS.contains(second) || PAST.contains(first)) {
            return "that they " + rest;
        }
        if (first.endsWith("ed") && first.length() > 4 && !finite) {
            return AFTER_FEELING.contains(second) ? "that they are " + rest : "that they " + rest;
        }
        if (first.endsWith("ing") && first.length() > 4 && !first.endsWith("thing") && !finite) {
            return "that they are " + rest;
        }
        boolean verb = finite || subject || bare.stream().anyMatch(t -> AUXILIARIES.contains(t)
            || PAST.contains(t) || t.endsWith("ed") || FINITE.contains(t));
        return (verb ? "that " : ": ") + rest;
    }

    private String question(String core) {
        String asked = QUESTION_INSIDE.matcher(core).replaceFirst("$1").replaceFirst("^[\\s,.;:-]+", "");
        List<String> tokens = tokens(asked);
        Matcher wh = WH.matcher(asked);
        if (wh.matches()) {
            List<String> rest = tokens(wh.group(2));
            int verb = 0;
            while (verb < Math.min(4, rest.size() - 1) && !AUXILIARIES.contains(bare(rest.get(verb)))) {
                verb++;
            }
            if (verb > 0 && !PRONOUNS.contains(bare(rest.get(Math.min(verb + 1, rest.size() - 1))))) {
                verb = 0;
            }
            String inverted = inverted(rest.subList(verb, rest.size()));
            if (inverted == null && !AUXILIARIES.contains(bare(rest.get(0)))) {
                inverted = third(wh.group(2));
            } else if (inverted != null && verb > 0) {
                inverted = third(String.join(" ", rest.subList(0, verb))) + " " + inverted;
            }
            return inverted == null ? direct(asked) : (wh.group(1) + " ").toLowerCase(Locale.ROOT) + inverted;
        }
        if (AUXILIARIES.contains(bare(tokens.get(0)))) {
            String inverted = inverted(tokens);
            return inverted == null ? direct(asked) : "whether " + inverted;
        }
        if (bare(tokens.get(0)).equals("any")) {
            return "for " + third(asked);
        }
        return PRONOUNS.contains(bare(tokens.get(0))) ? "whether " + third(asked) : direct(asked);
    }

    /** Where the subject is unclear, the question is quoted as a question. */
    private String direct(String asked) {
        return ": " + NOT_BEFORE_SUBJECT.matcher(third(asked)).replaceAll("$1n't").replace("cann't", "can't").replace("willn't",
            "won't") + "?";
    }

    /** "can I get it" becomes "they can get it"; null where the subject is unclear. */
    private String inverted(List<String> tokens) {
        if (tokens.size() < 2 || !AUXILIARIES.contains(bare(tokens.get(0)))) {
            return null;
        }
        String auxiliary = bare(tokens.get(0));
        int subject = PRONOUNS.contains(bare(tokens.get(1))) ? 1 : 0;
        if (subject == 0) {
            return auxiliary.equals("do") ? third(join(tokens, 1)) : null;
        }
        String who = third(tokens.get(1));
        String rest = third(join(tokens, 2));
        return switch (auxiliary) {
            case "do", "does" -> who + " " + (singular(who) ? inflected(rest) : rest);
            case "am" -> who + " are " + rest;
            case "are" -> who + (singular(who) ? " is " : " are ") + rest;
            case "have" -> who + (singular(who) ? " has " : " have ") + rest;
            case "were" -> who + (singular(who) ? " was " : " were ") + rest;
            case "was" -> who + (who.equals("they") ? " were " : " was ") + rest;
            default -> who + " " + third(tokens.get(0)) + " " + rest;
        };
    }

    private static boolean singular(String who) {
        return Set.of("it", "he", "she", "this", "that", "anyone", "someone", "the company", "the customer").contains(who);
    }

    /** "work on it" becomes "works on it", "also work on it" becomes "also works on it". */
    private static String inflected(String phrase) {
        String verb = firstWord(phrase);
        if (verb.equals("not")) {
            return "does " + phrase;
        }
        if (BEFORE_VERBS.contains(verb) || verb.endsWith("ly") && !VERBS.contains(verb)) {
            return verb + " " + inflected(phrase.substring(verb.length()).strip());
        }
        if (verb.isEmpty() || verb.endsWith("s")) {
            return phrase;
        }
        String rest = phrase.substring(verb.length());
        String form = verb.equals("have") ? "has" : verb.matches(".*(?:ch|sh|x|"
            + "o)") ? verb + "es" : verb.matches(".*[^aeiou]y") ? verb.substring(0, verb.length() - 1) + "ies" : verb + "s";
        return form + rest;
    }

    private static String firstWord(String phrase) {
        return English.firstWord(phrase);
    }

    private String third(String text) {
        List<String> said = new ArrayList<>();
        String before = "";
        for (String token : tokens(text)) {
            Matcher parts = isPlain(token) ? null : WORD.matcher(token);
            if (parts != null && !parts.matches()) {
                said.add(token);
                continue;
            }
            String word = parts == null ? token : parts.group(2);
            String plain = word.toLowerCase(Locale.ROOT);
            String other = agreed(plain, before, persons.getOrDefault(plain, PLAIN.get(plain)));
            String told = other == null ? decased(word, said.isEmpty()) : other;
            said.add(parts == null ? told : parts.group(1) + told + parts.group(3));
            before = other == null ? "" : other;
        }
        return said.stream().filter(s -> !s.isBlank()).collect(Collectors.joining(" "));
    }

    /** "they am" becomes "they are", "the company have" becomes "the company has". */
    private static String agreed(String word, String before, String other) {
        if (before.equals("they")) {
            return word.equals("am") ? "are" : word.equals("was") ? "were" : other;
        }
        boolean one = before.equals("the company") || before.equals("the customer");
        return !one ? other : switch (word) {
            case "are", "r" -> "is";
            case "were" -> "was";
            case "have" -> "has";
            case "do" -> "does";
            case "don't", "dont" -> "does not";
            case "haven't" -> "has not";
            case "aren't" -> "is not";
            case "need", "want", "see", "say", "get", "know", "keep", "offer", "call", "receive", "wish", "like" -> word + "s";
            default -> other;
        };
    }

    private static String decased(String word, boolean first) {
        if (!first) {
            return word;
        }
        boolean shouts = word.length() > 3 && word.equals(word.toUpperCase(Locale.ROOT)) && word.chars().allMatch(Character::isLetter);
        boolean plain = word.length() > 1 && word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT)) || word.equals("A");
        String lower = word.toLowerCase(Locale.ROOT);
        return plain && !shouts && (TextAnalysis.isCommon(lower) || VERBS.contains(lower) || PAST.contains(lower)) ? lower : word;
    }

    private static String bare(String token) {
        if (isPlain(token)) {
            return token.toLowerCase(Locale.ROOT);
        }
        Matcher word = WORD.matcher(token);
        return word.matches() ? word.group(2).toLowerCase(Locale.ROOT) : token;
    }

    /** A first filter: most words consist of plain letters, and need no regular expression. */
    private static boolean isPlain(String token) {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return !token.isEmpty();
    }

    private static List<String> tokens(String text) {
        return TextAnalysis.tokens(text.strip());
    }

    private static String join(List<String> tokens, int from) {
        return String.join(" ", tokens.subList(from, tokens.size()));
    }

    private static Map<String, String> pairs(String list) {
        return Arrays.stream(list.split("\\|")).map(p -> p.split(">")).collect(Collectors.toMap(p -> p[0], p -> p[1]));
    }
}
