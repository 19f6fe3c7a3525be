package org.agentinbox.summary;

import java.util.List;
import java.util.regex.Pattern;

import org.agentinbox.conversation.AuthorKind;

/** Tells what was asked and waits for an answer, also where several things were asked at once and only some were answered. */
final class Unanswered {

    /** Two answers in one sentence: what follows such a word has some words of its own. */
    private static final Pattern TWO = Pattern.compile("(?i)(?:,? (?:and|but|also)|;) (?:\\S+ ){2}\\S+|\\S(?:고|며|지만),? \\S+ ?\\S+");
    private static final Pattern ALL = Pattern.compile("(?i)\\b(?:both|all of (?:them|that|it|these))\\b|둘 ?다|모두");

    private final Dialogue dialogue;

    Unanswered(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /** The visitor's first word is what they want, whoever is silent. */
    boolean contains(Sentence s) {
        boolean asks = asks(s) || s.isVisitors() && s.act() == Act.WISH;
        if (!asks || s.isVisitors() && dialogue.lastSeq(AuthorKind.AGENT) == 0) {
            return false;
        }
        if (!s.isVisitors()) {
            return s.seq() > dialogue.lastSeq(AuthorKind.VISITOR);
        }
        List<Sentence> answers = answers(s);
        return answers.isEmpty() || asks(s) && isLeftOut(s, answers);
    }

    private static boolean asks(Sentence s) {
        return s.act() == Act.QUESTION || s.act() == Act.REQUEST;
    }

    /** A question is no answer to one, and a greeting neither. */
    private List<Sentence> answers(Sentence asked) {
        return dialogue.sentences().stream().filter(s -> !s.isVisitors() && s.seq() > asked.seq() && s.act() != Act.COURTESY && s.act() != Act.QUESTION).toList();
    }

    /** Where fewer things were answered than asked, those wait that no answer speaks of; of the others the first were meant. */
    private boolean isLeftOut(Sentence asked, List<Sentence> answers) {
        List<Sentence> together = askedTogether(answers.get(0).seq());
        List<Sentence> silent = together.stream().filter(a -> !isSpokenOf(a, answers)).toList();
        int said = answers.stream().mapToInt(a -> ALL.matcher(a.text()).find() ? together.size() : TWO.matcher(a.text()).find() ? 2 : 1).sum();
        int others = Math.max(0, said - (together.size() - silent.size()));
        return said < together.size() && silent.indexOf(asked) >= others;
    }

    /** What the visitor asked before an answer, and after the one before it. */
    private List<Sentence> askedTogether(int answer) {
        int before = dialogue.sentences().stream().filter(s -> !s.isVisitors() && s.seq() < answer && s.act() != Act.COURTESY && s.act() != Act.QUESTION)
            .mapToInt(Sentence::seq).max().orElse(0);
        return dialogue.sentences().stream().filter(s -> s.isVisitors() && asks(s) && s.seq() > before && s.seq() < answer).toList();
    }

    private static boolean isSpokenOf(Sentence asked, List<Sentence> answers) {
        return asked.stems().stream().anyMatch(w -> w.length() > 1 && answers.stream().anyMatch(a -> a.stems().contains(w)));
    }
}
