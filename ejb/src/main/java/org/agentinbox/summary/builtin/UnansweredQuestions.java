package org.agentinbox.summary.builtin;

import java.util.List;
import java.util.regex.Pattern;

import org.agentinbox.conversation.append.AuthorKind;

/** Finds the questions that wait for an answer, also where several were asked at once and only some were answered. */
final class UnansweredQuestions {

    /** A sentence with two answers: such a conjunction with several words after it. */
    private static final Pattern TWO = Pattern.compile("(?i)(?:,? (?:and|but|also)|;) (?:\\S+ ){2}\\S+|\\S(?:고|며|지만),? \\S+ ?\\S+");
    private static final Pattern ALL = Pattern.compile("(?i)\\b(?:both|all of (?:them|that|it|these))\\b|둘 ?다|모두");

    private static final Pattern YES_OR_NO = Pattern
        .compile("(?i)(?:yes|yeah|yep|no|nope|sure|of course|certainly|네|예|아니요|아뇨|물론(?:이죠|입니다))[\\s.,!~]*");

    private final Dialogue dialogue;
    /** The agent's sentences that can be answers: no questions, and of courtesies only yes and no. */
    private final List<Sentence> answers;
    private final List<Sentence> asked;

    UnansweredQuestions(Dialogue dialogue) {
        this.dialogue = dialogue;
        answers = dialogue.sentences().stream().filter(s -> !s.isVisitors() && answers(s)).toList();
        asked = dialogue.sentences().stream().filter(s -> s.isVisitors() && asks(s)).toList();
    }

    /**
     * Whether a sentence is unanswered. As long as no agent has written, the visitor's sentences are what they want, and none counts as
     * unanswered.
     */
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

    /**
     * Where there are fewer answers than questions, the unanswered ones are among those whose words no answer contains. Any further answers
     * are taken to belong to the first of these.
     */
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

    /** What the visitor asked between the answer before and this one. */
    private List<Sentence> askedTogether(int answer) {
        int before = answer == 0 ? 0 : answers.get(answer - 1).seq();
        return asked.stream().filter(s -> s.seq() > before && s.seq() < answers.get(answer).seq()).toList();
    }

    private static boolean isSpokenOf(Sentence asked, List<Sentence> answers) {
        return asked.stems().stream().anyMatch(w -> w.length() > 1 && answers.stream().anyMatch(a -> a.stems().contains(w)));
    }
}
