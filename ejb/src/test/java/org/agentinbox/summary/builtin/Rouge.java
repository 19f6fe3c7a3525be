package org.agentinbox.summary.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * ROUGE F1 in percent, over syllables of Hangul and whole words of everything else: Korean words carry particles that would hide a match.
 */
record Rouge(double one, double two, double longest, double lengthRatio) {

    static Rouge of(String text, String reference) {
        List<String> a = tokens(text);
        List<String> b = tokens(reference);
        return new Rouge(overlap(a, b, 1), overlap(a, b, 2), f1(longest(a, b), a.size(), b.size()),
            (double) a.size() / Math.max(1, b.size()));
    }

    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int c : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            boolean hangul = c >= 0xAC00 && c <= 0xD7A3;
            if (!word.isEmpty() && (hangul || !Character.isLetterOrDigit(c))) {
                tokens.add(word.toString());
                word.setLength(0);
            }
            if (hangul) {
                tokens.add(Character.toString(c));
            } else if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            }
        }
        if (!word.isEmpty()) {
            tokens.add(word.toString());
        }
        return tokens;
    }

    private static double overlap(List<String> a, List<String> b, int n) {
        Map<List<String>, Integer> wanted = grams(b, n);
        int hits = grams(a, n).entrySet().stream().mapToInt(g -> Math.min(g.getValue(), wanted.getOrDefault(g.getKey(), 0))).sum();
        return f1(hits, a.size() - n + 1, b.size() - n + 1);
    }

    private static Map<List<String>, Integer> grams(List<String> tokens, int n) {
        Map<List<String>, Integer> grams = new HashMap<>();
        for (int i = 0; i + n <= tokens.size(); i++) {
            grams.merge(tokens.subList(i, i + n), 1, Integer::sum);
        }
        return grams;
    }

    private static int longest(List<String> a, List<String> b) {
        int[] best = new int[b.size() + 1];
        for (String token : a) {
            int diagonal = 0;
            for (int j = 1; j < best.length; j++) {
                int above = best[j];
                best[j] = token.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(best[j], best[j - 1]);
                diagonal = above;
            }
        }
        return best[b.size()];
    }

    private static double f1(int hits, int a, int b) {
        return hits == 0 ? 0 : 200.0 * hits / (a + b);
    }
}
