package org.agentinbox.summary.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts text into the stems by which sentences are compared, with Lucene's analyzers: Nori for Korean, Porter's stemmer for Latin script,
 * pairs of characters for other scripts.
 */
public final class TextAnalysis {

    private static final Set<String> COMMON = Lexicon.ENGLISH.words("common");

    private static final Analyzer ENGLISH = new EnglishAnalyzer(new CharArraySet(COMMON, true));
    private static final Analyzer KOREAN = new KoreanAnalyzer();
    private static final Analyzer OTHER = new CJKAnalyzer();

    private TextAnalysis() {}

    /** Whether a word is a function word or otherwise too common to say anything about the subject. */
    public static boolean isCommon(String lowerCaseWord) {
        return COMMON.contains(lowerCaseWord);
    }

    static boolean isKorean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x1100 && (c <= 0x11FF || c >= 0x3131 && c <= 0x318E || c >= 0xAC00 && c <= 0xD7A3)) {
                return true;
            }
        }
        return false;
    }

    public static boolean isLatin(String text) {
        if (isKorean(text)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x250 && Character.isLetter(c) || c >= 0x1E00 && c <= 0x1EFF) {
                return true;
            }
        }
        return false;
    }

    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** @return the words between spaces, as a split at white space would give them */
    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (isSpace(text.charAt(at))) {
                if (at > from || at == 0) {
                    tokens.add(text.substring(from, at));
                }
                from = at + 1;
            }
        }
        if (from < text.length() || from == 0) {
            tokens.add(text.substring(from));
        }
        return tokens;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /** @return how many words there are between spaces */
    static int count(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            words += !space && !inside ? 1 : 0;
            inside = !space;
        }
        return words;
    }

    /** @return the content words of a text, stemmed, in order */
    static List<String> stems(String text) {
        Analyzer analyzer = isKorean(text) ? KOREAN : isLatin(text) ? ENGLISH : OTHER;
        List<String> stems = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems;
    }
}
