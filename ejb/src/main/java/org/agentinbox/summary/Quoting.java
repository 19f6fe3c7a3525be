package org.agentinbox.summary;

import org.agentinbox.conversation.AuthorKind;

/** A language that nobody taught the product: what was said is quoted, so that it is at least true. */
final class Quoting implements Language {

    @Override
    public Act act(String sentence, String essence, AuthorKind author) {
        return sentence.matches("(?s).*[?？؟;]\\s*") && !sentence.endsWith(";") ? Act.QUESTION : Act.STATEMENT;
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
        return (sentence.isVisitors() ? "Customer: “" : "Agent: “") + Shorter.of(sentence.text()) + "”";
    }
}
