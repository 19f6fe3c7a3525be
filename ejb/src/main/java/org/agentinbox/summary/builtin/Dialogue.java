package org.agentinbox.summary.builtin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.summary.api.Turn;

/** A conversation cut into sentences, with counts of its words. */
public final class Dialogue {

    /** Of a very long chat only the first 40 and the last 80 turns are read. */
    public static final int FIRST_TURNS = 40;
    public static final int LAST_TURNS = 80;

    private static final Language ENGLISH = new English();
    private static final Language KOREAN = new Korean();
    private static final Language OTHER = new OtherLanguage();

    private final List<Sentence> sentences = new ArrayList<>();
    private final Map<AuthorKind, Integer> turns = new EnumMap<>(AuthorKind.class);
    private final Map<AuthorKind, Map<String, Integer>> stems = new EnumMap<>(AuthorKind.class);
    private final Map<AuthorKind, Integer> last = new EnumMap<>(AuthorKind.class);
    private Set<String> opening = Set.of();

    public Dialogue(List<Turn> all) {
        for (AuthorKind author : AuthorKind.values()) {
            stems.put(author, new HashMap<>());
        }
        for (Turn turn : bounded(all)) {
            if (turn.author() != AuthorKind.SYSTEM && turn.text() != null) {
                add(turn);
            }
        }
    }

    private static List<Turn> bounded(List<Turn> all) {
        if (all.size() <= FIRST_TURNS + LAST_TURNS) {
            return all;
        }
        List<Turn> some = new ArrayList<>(all.subList(0, FIRST_TURNS));
        some.addAll(all.subList(all.size() - LAST_TURNS, all.size()));
        return some;
    }

    private void add(Turn turn) {
        List<String> texts = TextCleaner.sentences(turn.text(), turn.author() == AuthorKind.AGENT);
        if (texts.isEmpty()) {
            return;
        }
        last.merge(turn.author(), turn.seq(), Math::max);
        int number = turns.merge(turn.author(), 1, Integer::sum) - 1;
        for (int place = 0; place < texts.size(); place++) {
            String text = texts.get(place);
            Language language = languageOf(text);
            String essence = language.essence(text);
            SpeechAct act = language.act(text, essence, turn.author());
            List<String> words = TextAnalysis.stems(text);
            sentences.add(new Sentence(turn.seq(), turn.author(), number, place, text, essence, act, language.tellsOfAProblem(text),
                words));
            if (act != SpeechAct.COURTESY) {
                Map<String, Integer> counts = stems.get(turn.author());
                new HashSet<>(words).forEach(w -> counts.merge(w, 1, Integer::sum));
                if (turn.author() == AuthorKind.VISITOR && opening.isEmpty()) {
                    opening = Set.copyOf(words);
                }
            }
        }
    }

    static Language languageOf(String text) {
        return TextAnalysis.isKorean(text) ? KOREAN : TextAnalysis.isLatin(text) ? ENGLISH : OTHER;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    /** @return how many turns of this author contain words */
    int turns(AuthorKind author) {
        return turns.getOrDefault(author, 0);
    }

    /** @return the number of this author's last message that contains words, 0 where there is none */
    int lastSeq(AuthorKind author) {
        return last.getOrDefault(author, 0);
    }

    /** @return in how many sentences of this author a stem occurs, courtesies not counted */
    int count(AuthorKind author, String stem) {
        return stems.get(author).getOrDefault(stem, 0);
    }

    /** @return the stems of the visitor's first sentence that is no courtesy */
    Set<String> opening() {
        return opening;
    }
}
