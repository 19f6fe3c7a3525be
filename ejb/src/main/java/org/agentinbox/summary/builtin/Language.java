package org.agentinbox.summary.builtin;

import org.agentinbox.conversation.append.AuthorKind;

/** What has to be known of a language to summarise in it. */
interface Language {

    /** @return what a sentence does */
    SpeechAct act(String sentence, String essence, AuthorKind author);

    /** @return whether something is wrong, says the sentence */
    boolean tellsOfAProblem(String sentence);

    /** @return the sentence without what leads to the matter */
    String essence(String sentence);

    /** @return the sentence as another would tell it, in the third person */
    String report(Sentence sentence);
}
