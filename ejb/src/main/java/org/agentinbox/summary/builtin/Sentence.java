package org.agentinbox.summary.builtin;

import java.util.List;

import org.agentinbox.conversation.append.AuthorKind;

/**
 * A sentence of a turn.
 *
 * @param turn the turn's index among those of its author, from 0
 * @param place the sentence's index in its turn, from 0
 * @param text without addresses, signatures and the like
 * @param essence the text without introductory words
 * @param problem whether it says that something is wrong
 * @param stems its content words, stemmed, as often as they occur
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
