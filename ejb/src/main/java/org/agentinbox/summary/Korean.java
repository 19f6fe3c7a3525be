package org.agentinbox.summary;

import org.agentinbox.conversation.AuthorKind;

final class Korean implements Language {
    public Act act(String s, String e, AuthorKind a) { return s.endsWith("?") ? Act.QUESTION : Act.STATEMENT; }
    public boolean tellsOfAProblem(String s) { return false; }
    public String essence(String s) { return s; }
    public String report(Sentence s) { return s.text(); }
}
