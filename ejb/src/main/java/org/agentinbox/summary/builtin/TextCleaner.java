package org.agentinbox.summary.builtin;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes links, handles, signatures and the like from a message, and cuts the rest into sentences. */
final class TextCleaner {

    /** How many characters of a message are read at most. It bounds the time, and what matters hardly ever comes later. */
    private static final int LONGEST = 3_000;

    private static final String DIGITS = "0123456789";
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S+");
    private static final PatternScanner NUMBERED_HANDLE = new PatternScanner(Pattern.compile("(?<!\\S)[.]?@\\d+\\b:?"), "@.");
    private static final Pattern LEADING_HANDLES = Pattern.compile("^(?:[\\s.\"]{0,9}@\\w{1,60}[:,]?){1,30}");
    private static final PatternScanner HANDLE = new PatternScanner(Pattern.compile("[@#](?=\\w)"), "@#");
    private static final PatternScanner PART = new PatternScanner(Pattern
        .compile("(?<!\\S)\\(?\\d{1,2} ?(?:/|of) ?\\d{1,2}\\)?(?=\\s*$|\\s*\\^)|"
            + "\\(\\d\\)\\s*$|^\\s*\\(\\d\\)|[<>]{2,}|[*_~`|]+"),
        DIGITS + "(<>*_~`|");
    private static final Pattern SIGNATURE = Pattern.compile("\\s*(?:\\^ ?\\p{L}{1,12}|[-–—] ?\\p{Lu}\\p{L}{0,11}|"
        + "[*/]\\p{Lu}{2,3})\\.?\\s*$");
    private static final Pattern THANKS_NAME = Pattern.compile("(?i)[.,!]?\\s*(?:thanks|ty|tks|rgds|regards|cheers|"
        + "kind regards)\\s*[,-–]?\\s*$");
    private static final Pattern LONE_NAME = Pattern.compile("(?<=[.!?])\\s*\\p{Lu}\\p{Ll}{1,10}\\.?\\s*$");
    private static final PatternScanner SMILEY = new PatternScanner(Pattern
        .compile("(?<!\\S)[:;=8xX][-'^]?[)(DPpOo/|\\\\]+(?!\\S)|(?<!\\S)<3|[ㅋㅎㅠㅜ]{1,}"),
        ":;=8xX<ㅋㅎㅠㅜ");
    private static final Pattern TORN = Pattern.compile("(?<=\\p{L}) ?' ?(?=(?i:t|s|m|re|ve|ll|d)\\b)");
    private static final String SIGNS = "^-–—*/";
    private static final int LONGEST_NAME = 24;
    private static final int LONGEST_SIGNATURE = 28;
    private static final int LONGEST_THANKS = 16;
    private static final Pattern SPACES = Pattern.compile("[\\s\\x{00A0}]+");
    private static final String MARKS = ".!?\u2026\u3002\uFF01\uFF1F";
    private static final String FULL_WIDTH_MARKS = "\u3002\uFF01\uFF1F";
    private static final String CLOSING = "\"\u201D'\u2019)]";
    private static final Set<String> ABBREVIATIONS = Set.of("mr", "mrs", "ms", "dr", "st", "vs", "no", "approx", "e.g", "i.e", "a.m",
        "p.m");
    private static final Pattern ANYTHING = Pattern.compile("[\\p{L}\\p{N}]");

    private TextCleaner() {}

    /** @return the sentences of a message that contain a letter or a digit, with their final marks */
    static List<String> sentences(String message, boolean agents) {
        String start = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
        String text = clean(isAscii(start) ? start : Normalizer.normalize(start, Normalizer.Form.NFC), agents);
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = end(text, at);
            if (end > at) {
                add(sentences, text.substring(from, end));
                from = end;
                at = end - 1;
            }
        }
        add(sentences, text.substring(from));
        return sentences;
    }

    /** @return the end of the sentence whose closing marks begin here, or the same position where none begins */
    private static int end(String text, int at) {
        char c = text.charAt(at);
        if (c == '\n' || c == '\r') {
            return at + 1;
        }
        if (MARKS.indexOf(c) < 0) {
            return at;
        }
        int end = at;
        while (end < text.length() && (MARKS.indexOf(text.charAt(end)) >= 0 || CLOSING.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        boolean over = end == text.length() || Character.isWhitespace(text.charAt(end)) || FULL_WIDTH_MARKS.indexOf(c) >= 0
            || end + 1 < text.length() && Character.isUpperCase(text.charAt(end)) && Character.isLowerCase(text.charAt(end + 1));
        return over && !(c == '.' && end == at + 1 && isAbbreviated(text, at)) ? end : at;
    }

    private static boolean isAbbreviated(String text, int dot) {
        int from = dot;
        while (from > 0 && !Character.isWhitespace(text.charAt(from - 1)) && dot - from < 8) {
            from--;
        }
        return ABBREVIATIONS.contains(text.substring(from, dot).toLowerCase(Locale.ROOT));
    }

    private static void add(List<String> sentences, String piece) {
        String sentence = spaced(piece);
        if (saysAnything(sentence)) {
            sentences.add(sentence);
        }
    }

    private static boolean saysAnything(String sentence) {
        for (int i = 0; i < sentence.length(); i++) {
            if (Character.isLetterOrDigit(sentence.charAt(i))) {
                return true;
            }
        }
        return ANYTHING.matcher(sentence).find();
    }

    private static String spaced(String piece) {
        return (isSpaced(piece) ? piece : SPACES.matcher(piece).replaceAll(" ")).strip();
    }

    /** Whether all white space consists of single plain spaces. */
    private static boolean isSpaced(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (c == ' ' ? i > 0 && piece.charAt(i - 1) == ' ' : Character.isWhitespace(c) || c == 0xA0) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String message, boolean agents) {
        String text = message.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace('’', '\'').replace('‘', '\'')
            .replace('`', '\'');
        if (text.contains(" '")) {
            text = TORN.matcher(text).replaceAll("'");
        }
        if (text.contains("http") || text.contains("www.")) {
            text = ADDRESS.matcher(text).replaceAll("");
        }
        if (text.indexOf('@') >= 0 || text.indexOf('#') >= 0) {
            text = NUMBERED_HANDLE.replaced(text, "");
            Matcher leading = LEADING_HANDLES.matcher(text);
            text = leading.lookingAt() ? text.substring(leading.end()) : text;
            text = HANDLE.replaced(text, "");
        }
        text = withoutParts(withoutPictures(SMILEY.replaced(text, " ")).strip());
        return agents ? withoutParts(unsigned(text).strip()) : text;
    }

    private static String withoutParts(String text) {
        return PART.replaced(text, " ").strip();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String withoutPictures(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(c < 0x80 || !isPicture(c) ? c : ' '));
        return plain.toString();
    }

    private static boolean isPicture(int c) {
        return switch (Character.getType(c)) {
            case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
                Character.FORMAT -> "©®™°".indexOf(c) < 0;
            default -> c >= 0xFE00 && c <= 0xFE0F || c == 0x20E3;
        };
    }

    private static String unsigned(String text) {
        Matcher signature = maySign(text) ? SIGNATURE.matcher(text).region(tail(text, LONGEST_SIGNATURE), text.length()) : null;
        if (signature != null && signature.find()) {
            return withoutThanks(text.substring(0, signature.start()));
        }
        if (!mayEndInAName(text)) {
            return text;
        }
        Matcher name = LONE_NAME.matcher(text).region(Math.max(0, text.length() - LONGEST_NAME), text.length()).useTransparentBounds(true);
        return name.find() ? text.substring(0, name.start()) : text;
    }

    private static String withoutThanks(String text) {
        Matcher thanks = THANKS_NAME.matcher(text).region(tail(text, LONGEST_THANKS), text.length());
        return thanks.find() ? text.substring(0, thanks.start()) + "." + text.substring(thanks.end()) : text;
    }

    /** @return the position of the last letters of a text, spaces not counted, so that an ending is not searched for at the beginning */
    private static int tail(String text, int letters) {
        int from = text.length();
        for (int seen = 0; from > 0 && seen < letters; from--) {
            seen += Character.isWhitespace(text.charAt(from - 1)) ? 0 : 1;
        }
        return from;
    }

    private static boolean maySign(String text) {
        for (int i = Math.max(0, text.length() - LONGEST_SIGNATURE); i < text.length(); i++) {
            if (SIGNS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** A first filter: whether the text ends in a capital followed by small letters, and perhaps a full stop. */
    private static boolean mayEndInAName(String text) {
        int at = text.length() - (text.endsWith(".") ? 1 : 0);
        while (at > 0 && Character.isLowerCase(text.charAt(at - 1))) {
            at--;
        }
        return at > 0 && at < text.length() && (Character.isUpperCase(text.charAt(at - 1)) || Character.isSurrogate(text.charAt(at - 1)));
    }
}
