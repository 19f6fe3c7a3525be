package org.agentinbox.visitor;

/**
 * A field as agents see it.
 *
 * @param value null: not known
 * @param source null where the value is
 */
public record ShownField(String value, FieldSource source) {

    static final ShownField UNKNOWN = new ShownField(null, null);
}
