package org.agentinbox.summary.builtin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.agentinbox.summary.api.Statement;
import org.agentinbox.summary.api.StatementKind;

/** Selects the sentences of a summary and puts them in order. */
final class Composer {

    /** Where one sentence of a side has this many words, the text needs no second one of that side. */
    private static final int ENOUGH_WORDS = 8;
    private static final int MOST_LINES = 4;

    private final Dialogue dialogue;
    private final UnansweredQuestions unansweredQuestions;
    private final Map<Sentence, Double> salience = new IdentityHashMap<>();
    private final Map<Sentence, Statement> statements = new IdentityHashMap<>();
    private final List<Sentence> visitors;
    private final List<Sentence> agents;

    Composer(Dialogue dialogue) {
        this.dialogue = dialogue;
        this.unansweredQuestions = new UnansweredQuestions(dialogue);
        Salience scores = new Salience(dialogue);
        dialogue.sentences().forEach(s -> salience.put(s, scores.of(s)));
        visitors = sorted(true);
        agents = sorted(false);
    }

    /** @return the sentences of the summary's text, in order */
    List<Statement> main() {
        List<Statement> statements = new ArrayList<>();
        best(true, 2, ENOUGH_WORDS).forEach(s -> statements.add(statement(s)));
        best(false, 2, ENOUGH_WORDS).forEach(s -> statements.add(statement(s)));
        return statements;
    }

    /** @return those sentences and all others that deserve a statement of their own */
    List<Statement> all(List<Statement> main) {
        Map<String, Statement> lines = new LinkedHashMap<>();
        main.forEach(s -> lines.put(s.text(), s));
        List<Sentence> more = new ArrayList<>(best(true, MOST_LINES, Integer.MAX_VALUE));
        more.removeIf(s -> s.act() == SpeechAct.STATEMENT || s.act() == SpeechAct.CONSENT);
        ranked(false).stream().filter(s -> s.act() == SpeechAct.COMMITMENT || unansweredQuestions.contains(s)).limit(MOST_LINES)
            .forEach(more::add);
        ranked(true).stream().filter(unansweredQuestions::contains).limit(MOST_LINES).forEach(more::add);
        more.sort(Comparator.comparing(Sentence::seq).thenComparing(Sentence::place));
        more.stream().map(this::statement).forEach(s -> lines.putIfAbsent(s.text(), s));
        return lines.values().stream().sorted(Comparator.comparing(Statement::kind)).toList();
    }

    private Statement statement(Sentence s) {
        return statements.computeIfAbsent(s, t -> new Statement(kind(t), Dialogue.languageOf(t.text()).report(t), List.of(t.seq())));
    }

    private StatementKind kind(Sentence s) {
        if (unansweredQuestions.contains(s)) {
            return StatementKind.OPEN;
        }
        if (s.act() == SpeechAct.COMMITMENT || s.act() == SpeechAct.CONSENT) {
            return StatementKind.AGREED;
        }
        return s.isVisitors() ? StatementKind.WANTS : StatementKind.ANSWERED;
    }

    private List<Sentence> ranked(boolean visitor) {
        return visitor ? visitors : agents;
    }

    private List<Sentence> sorted(boolean visitor) {
        return dialogue.sentences().stream().filter(s -> s.isVisitors() == visitor && s.act() != SpeechAct.COURTESY)
            .sorted(Comparator.comparing((Sentence s) -> -salience.get(s)).thenComparing(Sentence::seq).thenComparing(Sentence::place))
            .toList();
    }

    /** The most important sentences of one side, up to a number of words; none twice. */
    private List<Sentence> best(boolean visitor, int most, int enough) {
        List<Sentence> chosen = new ArrayList<>();
        int words = 0;
        List<Sentence> ranked = ranked(visitor);
        for (Sentence s : ranked) {
            if (words >= enough || chosen.size() == most) {
                break;
            }
            if (chosen.stream().noneMatch(c -> alike(c, s)) && (weight(s) > 2 || ranked.size() == 1)) {
                chosen.add(s);
                words += weight(s);
            }
        }
        chosen.sort(Comparator.comparing(Sentence::seq).thenComparing(Sentence::place));
        return chosen;
    }

    /** In English words; a Korean sentence says as much in half as many words. */
    private static int weight(Sentence s) {
        return TextAnalysis.isKorean(s.text()) ? 2 * s.words() : s.words();
    }

    private static boolean alike(Sentence a, Sentence b) {
        Set<String> both = new HashSet<>(a.stems());
        both.retainAll(b.stems());
        return both.size() * 2 > Math.min(Set.copyOf(a.stems()).size(), Set.copyOf(b.stems()).size()) && !both.isEmpty();
    }
}
