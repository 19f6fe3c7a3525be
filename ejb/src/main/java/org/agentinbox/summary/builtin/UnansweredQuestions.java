package org.agentinbox.summary.builtin;

import java.util.List;
import java.util.regex.Pattern;

import org.agentinbox.conversation.append.AuthorKind;

/** Tells what was asked and waits for an answer, also where several things were asked at once and only some were answered. */
final class UnansweredQuestions {

    /** Two answers in one sentence: what follows such a word has some words of its own. */
    private static final Pattern TWO = Pattern.compile("(?i)(?:,? (?:and|but|also)|;) (?:\\S+ ){2}\\S+|\\S(?:고|며|지만),? \\S+ ?\\S+");
    private static final Pattern ALL = Pattern.compile("(?i)\\b(?:both|all of (?:them|that|it|these))\\b|둘 ?다|모두");

    private static final Pattern YES_OR_NO = Pattern
        .compile("(?i)(?:yes|yeah|yep|no|nope|sure|of course|certainly|네|예|아니요|아뇨|물론(?:이죠|입니다))[\\s.,!~]*");

    private final Dialogue dialogue;
    /** A question is no answer to one, and a greeting neither. */
    private final List<Sentence> answers;
    private final List<Sentence> asked;

    UnansweredQuestions(Dialogue dialogue) {
        this.dialogue = dialogue;
        answers = dialogue.sentences().stream().filter(s -> !s.isVisitors() && answers(s)).toList();
        asked = dialogue.sentences().stream().filter(s -> s.isVisitors() && asks(s)).toList();
    }

    /** The visitor's first word is what they want, whoever is silent. */
    boolean contains(Sentence s) {
        boolean asks = asks(s) || s.isVisitors() && s.act() == SpeechAct.WISH;
        if (!asks || s.isVisitors() && dialogue.lastSeq(AuthorKind.AGENT) == 0) {
            return false;
        }
        if (!s.isVisitors()) {
            return s.seq() > dialogue.lastSeq(AuthorKind.VISITOR);
        }
        int first = 0;
        while (first < answers.size() && answers.get(first).seq() <= s.seq()) {
            first++;
        }
        return first == answers.size() || asks(s) && isLeftOut(s, first);
    }

    private static boolean answers(Sentence s) {
        return s.act() == SpeechAct.COURTESY ? YES_OR_NO.matcher(s.text()).matches() : s.act() != SpeechAct.QUESTION;
    }

    private static boolean asks(Sentence s) {
        return s.act() == SpeechAct.QUESTION || s.act() == SpeechAct.REQUEST;
    }

    /** Where fewer things were answered than asked, those wait that no answer speaks of; of the others the first were meant. */
    private boolean isLeftOut(Sentence one, int first) {
        List<Sentence> together = askedTogether(first);
        List<Sentence> said = answers.subList(first, answers.size());
        if (said.size() >= together.size()) {
            return false;
        }
        List<Sentence> silent = together.stream().filter(a -> !isSpokenOf(a, said)).toList();
        int count = said.stream().mapToInt(a -> ALL.matcher(a.text()).find() ? together.size() : TWO.matcher(a.text()).find() ? 2 : 1)
            .sum();
        int others = Math.max(0, count - (together.size() - silent.size()));
        return count < together.size() && silent.indexOf(one) >= others;
    }

    /** What the visitor asked before an answer, and after the one before it. */
    private List<Sentence> askedTogether(int answer) {
        int before = answer == 0 ? 0 : answers.get(answer - 1).seq();
        return asked.stream().filter(s -> s.seq() > before && s.seq() < answers.get(answer).seq()).toList();
    }

    private static boolean isSpokenOf(Sentence asked, List<Sentence> answers) {
        return asked.stems().stream().anyMatch(w -> w.length() > 1 && answers.stream().anyMatch(a -> a.stems().contains(w)));
    }
}
