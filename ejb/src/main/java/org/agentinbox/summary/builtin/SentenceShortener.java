package org.agentinbox.summary.builtin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens long sentences. An ellipsis marks what was left out. */
final class SentenceShortener {

    private static final int MOST_WORDS = 26;
    private static final int MOST_LETTERS = 200;
    private static final int FEWEST_WORDS = 9;
    private static final Pattern JOINT = Pattern.compile("[,;:–—(]\\s|\\s[-–—]+\\s|\\s(?=(?:but|because|which|so|and|since|as|while) )");

    private SentenceShortener() {}

    static String of(String sentence) {
        return of(sentence, MOST_WORDS);
    }

    static String of(String sentence, int mostWords) {
        if (TextAnalysis.count(sentence) <= mostWords && sentence.length() <= MOST_LETTERS) {
            return sentence;
        }
        int end = lastJoint(sentence, mostWords);
        String cut = end > 0 ? sentence.substring(0, end) : firstWords(sentence, mostWords);
        return cut.strip() + "…";
    }

    private static int lastJoint(String sentence, int mostWords) {
        int best = -1;
        Matcher joint = JOINT.matcher(sentence);
        while (joint.find() && joint.start() <= MOST_LETTERS) {
            int words = TextAnalysis.count(sentence.substring(0, joint.start()));
            if (words > mostWords) {
                break;
            }
            if (words >= FEWEST_WORDS) {
                best = joint.start();
            }
        }
        return best;
    }

    private static String firstWords(String sentence, int most) {
        int at = 0;
        int words = 0;
        for (int i = 0; i < sentence.length() && i < MOST_LETTERS; i = sentence.offsetByCodePoints(i, 1)) {
            if (Character.isWhitespace(sentence.charAt(i))) {
                if (++words >= most) {
                    return sentence.substring(0, i);
                }
                at = i;
            }
        }
        if (at > 0) {
            return sentence.substring(0, at);
        }
        return sentence.substring(0, sentence.offsetByCodePoints(0, Math.min(sentence.codePointCount(0, sentence.length()),
            MOST_LETTERS / 2)));
    }
}
