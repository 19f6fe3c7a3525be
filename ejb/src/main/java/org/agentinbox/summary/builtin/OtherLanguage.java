package org.agentinbox.summary.builtin;

import org.agentinbox.conversation.append.AuthorKind;

/** Any language that is neither English nor Korean: sentences are quoted unchanged. */
final class OtherLanguage implements Language {

    @Override
    public SpeechAct act(String sentence, String essence, AuthorKind author) {
        return sentence.matches("(?s).*[?？؟;]\\s*") && !sentence.endsWith(";") ? SpeechAct.QUESTION : SpeechAct.STATEMENT;
    }

    @Override
    public boolean tellsOfAProblem(String sentence) {
        return false;
    }

    @Override
    public String essence(String sentence) {
        return sentence;
    }

    @Override
    public String report(Sentence sentence) {
        return (sentence.isVisitors() ? "Customer: “" : "Agent: “") + SentenceShortener.of(sentence.text()) + "”";
    }
}
