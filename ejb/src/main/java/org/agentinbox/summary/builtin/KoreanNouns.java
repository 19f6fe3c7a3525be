package org.agentinbox.summary.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Finds the nouns of Korean text that can be topics, alone and in sequences. Left out are people, that is known names, words before -님 or
 * 씨, and names before a title; roots of adjectives, which -하다 follows (유효한); and one or two Latin letters alone.
 */
final class KoreanNouns {

    private static final Set<POS.Tag> NOUNS = Set.of(POS.Tag.NNG, POS.Tag.NNP, POS.Tag.SL);
    /** An analyzer reuses its tokenizer for the next text of the same thread. */
    private static final Analyzer WHOLE_WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new KoreanTokenizer(KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null,
                KoreanTokenizer.DecompoundMode.NONE, false));
        }
    };
    private static final Set<String> NO_TOPIC = Lexicon.KOREAN.words("notopic");
    private static final Set<String> TITLES = Lexicon.KOREAN.words("titles");
    private static final Set<String> ADJECTIVES = Lexicon.KOREAN.words("adjectives.ha");
    private static final Set<String> BEHIND_PERSONS = Set.of("님", "씨");

    /** A morpheme and its position in the text. */
    private record Token(String text, POS.Tag tag, int start, int end) {

        boolean isNoun() {
            return NOUNS.contains(tag) && text.length() > 1;
        }
    }

    private final List<Token> tokens;
    private final BitSet names;

    private KoreanNouns(List<Token> tokens, BitSet names) {
        this.tokens = tokens;
        this.names = names;
    }

    /**
     * @param names of people, who are no topics
     * @return in the order of the text; a sequence of nouns comes as one topic before its parts
     */
    static List<String> of(String text, PersonNames names) {
        return new KoreanNouns(tokens(text), names.koreanNames(text)).nouns(names);
    }

    private static List<Token> tokens(String text) {
        List<Token> all = new ArrayList<>();
        try (TokenStream tokens = WHOLE_WORDS.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PartOfSpeechAttribute part = tokens.addAttribute(PartOfSpeechAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                all.add(new Token(term.toString(), part.getLeftPOS(), place.startOffset(), place.endOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private List<String> nouns(PersonNames persons) {
        List<String> nouns = new ArrayList<>();
        Token before = null;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean topical = token.isNoun() && !NO_TOPIC.contains(token.text()) && !isPerson(i) && !persons.isName(token.text())
                && !isRootOfAdjective(i);
            boolean alone = topical && TopicWords.namesSomething(token.text());
            if (topical && before != null && token.start() - before.end() <= 1 && (alone || TopicWords.namesSomething(before.text()))) {
                nouns.add(before.text() + (token.start() > before.end() ? " " : "") + token.text());
            }
            if (alone) {
                nouns.add(token.text());
            }
            before = topical ? token : null;
        }
        return nouns;
    }

    private boolean isPerson(int i) {
        Token token = tokens.get(i);
        return !names.get(token.start(), token.end()).isEmpty() || isFollowedBy(i, BEHIND_PERSONS, 0) || hasATitle(i)
            || i > 0 && TITLES.contains(token.text()) && hasATitle(i - 1);
    }

    private boolean hasATitle(int i) {
        return tokens.get(i).tag() == POS.Tag.NNP && isFollowedBy(i, TITLES, 1);
    }

    private boolean isFollowedBy(int i, Set<String> words, int spaces) {
        return i + 1 < tokens.size() && words.contains(tokens.get(i + 1).text())
            && tokens.get(i + 1).start() - tokens.get(i).end() <= spaces;
    }

    /** The tokenizer often takes -한 of verbs (주문한) for that of adjectives, so a list of adjectives decides as well. */
    private boolean isRootOfAdjective(int i) {
        return ADJECTIVES.contains(tokens.get(i).text()) && i + 1 < tokens.size() && tokens.get(i + 1).tag() == POS.Tag.XSA
            && tokens.get(i + 1).start() == tokens.get(i).end();
    }
}
