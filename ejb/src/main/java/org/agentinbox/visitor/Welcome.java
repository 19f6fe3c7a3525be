package org.agentinbox.visitor;

/**
 * The answer to a visitor who opens a page with the widget.
 *
 * @param token by which the browser is recognised again
 * @param visitor who
 */
public record Welcome(String token, VisitorView visitor) {

    @Override
    public String toString() {
        return "Welcome[" + visitor.id() + "]";
    }
}
