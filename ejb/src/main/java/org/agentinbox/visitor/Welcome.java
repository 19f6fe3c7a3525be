package org.agentinbox.visitor;

/**
 * A visitor that has come, new or again.
 *
 * @param token by which the browser is known again
 * @param visitor who
 */
public record Welcome(String token, VisitorView visitor) {

    @Override
    public String toString() {
        return "Welcome[" + visitor.id() + "]";
    }
}
