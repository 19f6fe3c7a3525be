package org.agentinbox.summary.builtin;

import org.agentinbox.conversation.append.AuthorKind;

/** The analysis of one language that summaries need. */
interface Language {

    /** @return the speech act of a sentence */
    SpeechAct act(String sentence, String essence, AuthorKind author);

    /** @return whether the sentence says that something is wrong */
    boolean tellsOfAProblem(String sentence);

    /** @return the sentence without introductory words */
    String essence(String sentence);

    /** @return the sentence in the third person */
    String report(Sentence sentence);
}
