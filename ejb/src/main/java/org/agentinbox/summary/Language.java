package org.agentinbox.summary;

import org.agentinbox.conversation.AuthorKind;

/** What has to be known of a language to summarise in it. */
interface Language {

    /** @return what a sentence does */
    Act act(String sentence, String essence, AuthorKind author);

    /** @return whether something is wrong, says the sentence */
    boolean tellsOfAProblem(String sentence);

    /** @return the sentence without what leads to the matter */
    String essence(String sentence);

    /** @return the sentence as another would tell it, in the third person */
    String report(Sentence sentence);
}
