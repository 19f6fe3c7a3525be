package org.agentinbox.summary.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Finds the nouns of Korean text that can be topics, alone and side by side. */
final class KoreanNouns {

    private static final Set<POS.Tag> NOUNS = Set.of(POS.Tag.NNG, POS.Tag.NNP, POS.Tag.SL);
    /** Keeps its tokenizer for the next text of the thread. */
    private static final Analyzer WHOLE_WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new KoreanTokenizer(KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null,
                KoreanTokenizer.DecompoundMode.NONE, false));
        }
    };
    private static final Set<String> NO_TOPIC = Lexicon.KOREAN.words("notopic");

    private KoreanNouns() {}

    /** @return in the order they were said; those that stand side by side also as one, before their parts */
    static List<String> of(String text) {
        List<String> nouns = new ArrayList<>();
        try (TokenStream tokens = WHOLE_WORDS.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PartOfSpeechAttribute part = tokens.addAttribute(PartOfSpeechAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            String before = "";
            int end = -1;
            while (tokens.incrementToken()) {
                String noun = term.toString();
                boolean topical = NOUNS.contains(part.getLeftPOS()) && noun.length() > 1 && !NO_TOPIC.contains(noun);
                if (topical && !before.isEmpty() && place.startOffset() - end <= 1) {
                    nouns.add(before + (place.startOffset() > end ? " " : "") + noun);
                }
                if (topical) {
                    nouns.add(noun);
                }
                before = topical ? noun : "";
                end = place.endOffset();
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return nouns;
    }
}
