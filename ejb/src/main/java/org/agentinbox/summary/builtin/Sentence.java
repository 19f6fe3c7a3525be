package org.agentinbox.summary.builtin;

import java.util.List;

import org.agentinbox.conversation.append.AuthorKind;

/**
 * A sentence of a turn.
 *
 * @param turn the turn's place among those of its author, from 0
 * @param place the sentence's place in its turn, from 0
 * @param text cleaned of addresses, signatures and the like
 * @param essence the same without what leads to the matter
 * @param problem whether it tells of something that is wrong
 * @param stems its content words, stemmed; repeated as said
 */
record Sentence(int seq, AuthorKind author, int turn, int place, String text, String essence, SpeechAct act, boolean problem,
    List<String> stems) {

    boolean isVisitors() {
        return author == AuthorKind.VISITOR;
    }

    int words() {
        return TextAnalysis.count(text);
    }
}
