package org.agentinbox.visitor;

/**
 * A field as agents see it.
 *
 * @param value null where it is not known
 * @param source null where the value is null
 */
public record ShownField(String value, FieldSource source) {

    static final ShownField UNKNOWN = new ShownField(null, null);
}
