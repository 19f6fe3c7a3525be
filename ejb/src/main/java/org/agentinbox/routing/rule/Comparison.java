package org.agentinbox.routing.rule;

/** How a condition compares. Letter case never counts. The names are stored. */
public enum Comparison {
    /** The same text. */
    IS,
    /** Another text, or none. */
    IS_NOT,
    /** The value is part of the text. */
    CONTAINS,
    /** The value is not part of the text, or there is no text. */
    CONTAINS_NOT,
    /** The text begins with the value. */
    BEGINS_WITH,
    /** There is a text. */
    IS_GIVEN,
    /** There is none. */
    IS_MISSING,
    /** From the first time of day on, until before the second; past midnight where the second is earlier. {@link Subject#HOUR} only. */
    BETWEEN;

    /** @return whether there is something to compare with */
    public boolean needsValue() {
        return this != IS_GIVEN && this != IS_MISSING;
    }
}
