package org.agentinbox.summary.builtin;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.agentinbox.conversation.append.AuthorKind;

/**
 * How important a sentence is for the summary: a weighted sum of its features. The weights were fitted by ridge regression on how well each
 * sentence, put into the third person, covers people's summaries of public customer service dialogues. They concern positions, lengths and
 * kinds of sentences, and contain nothing of those texts.
 */
final class Salience {

    private static final PhraseMatcher CONTACT = new PhraseMatcher(List.of("dm", "dms", "direct message", "link", "call", "phone", "email",
        "e-mail",
        "contact", "chat", "message"), "\\b");
    private static final double[] VISITOR = SalienceWeights.VISITOR;
    private static final double[] AGENT = SalienceWeights.AGENT;

    private final Dialogue dialogue;

    Salience(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    double of(Sentence sentence) {
        double[] seen = features(sentence);
        double[] weights = sentence.isVisitors() ? VISITOR : AGENT;
        double sum = 0;
        for (int i = 0; i < seen.length; i++) {
            sum += seen[i] * weights[i];
        }
        return sum;
    }

    double[] features(Sentence s) {
        AuthorKind other = s.isVisitors() ? AuthorKind.AGENT : AuthorKind.VISITOR;
        Set<String> stems = new HashSet<>(s.stems());
        int last = dialogue.turns(s.author()) - 1;
        int words = TextAnalysis.count(s.essence());
        double own = 0;
        double theirs = 0;
        double opening = 0;
        for (String stem : stems) {
            own += Math.min(4, dialogue.count(s.author(), stem) - 1);
            theirs += Math.min(3, dialogue.count(other, stem));
            opening += is(dialogue.opening().contains(stem));
        }
        return new double[]{
            1,
            is(s.turn() == 0),
            is(s.turn() == 1),
            last == 0 ? 0 : (double) s.turn() / last,
            is(s.turn() == last),
            is(s.place() == 0),
            Math.log(1 + words),
            is(words < 4),
            is(words > 20),
            is(s.act() == SpeechAct.QUESTION),
            is(s.act() == SpeechAct.REQUEST),
            is(s.act() == SpeechAct.PROBLEM),
            is(s.act() == SpeechAct.WISH),
            is(s.act() == SpeechAct.COMMITMENT),
            is(s.act() == SpeechAct.COURTESY),
            is(s.act() == SpeechAct.CONSENT),
            is(s.problem()),
            is(TextAnalysis.hasDigit(s.text())),
            Math.min(8, own),
            Math.min(8, theirs),
            Math.min(6, opening),
            is(CONTACT.isIn(s.text())),
            Math.min(12, stems.size()),
            Math.min(4, s.place()),
            Math.min(10, s.turn()),
        };
    }

    private static double is(boolean seen) {
        return seen ? 1 : 0;
    }
}
