package org.agentinbox.routing.rule;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;

/**
 * One condition of a rule.
 *
 * @param subject what it looks at
 * @param attribute with {@link Subject#ATTRIBUTE} only, else null
 * @param comparison how it compares
 * @param value with what it compares, as typed; null where the comparison needs none
 */
public record Condition(Subject subject, String attribute, Comparison comparison, String value) {

    private static final int LONGEST = 500;

    /** @throws RefusedException of {@code attribute}, {@code comparison} or {@code value} */
    public Condition {
        if (subject == null || comparison == null || !subject.comparisons().contains(comparison)) {
            throw RefusedException.ofField("comparison", "one that fits what is looked at");
        }
        attribute = subject == Subject.ATTRIBUTE ? TextRules.line("attribute", attribute, 50) : null;
        if (subject == Subject.ATTRIBUTE && attribute == null) {
            throw RefusedException.ofField("attribute", "the name of the attribute");
        }
        boolean valued = comparison.needsValue();
        value = valued ? TextRules.line("value", value, LONGEST) : null;
        if (valued && value == null) {
            throw RefusedException.ofField("value", "something to compare with");
        }
        if (subject == Subject.HOUR) {
            value = DayTimes.parse(value).toString();
        }
        if (subject == Subject.KNOWN) {
            value = Boolean.toString(flag(value));
        }
    }

    private static boolean flag(String value) {
        if (!"true".equalsIgnoreCase(value) && !"false".equalsIgnoreCase(value)) {
            throw RefusedException.ofField("value", "true or false");
        }
        return Boolean.parseBoolean(value);
    }

    /** @return whether it holds for a request */
    public boolean holds(RequestFacts facts) {
        String text = facts.text(subject, attribute);
        if (comparison == Comparison.BETWEEN) {
            return DayTimes.parse(value).contains(LocalTime.parse(text));
        }
        return accepts(text);
    }

    private boolean accepts(String textOrNull) {
        String text = folded(textOrNull);
        String wanted = folded(value);
        return switch (comparison) {
            case IS -> text.equals(wanted);
            case IS_NOT -> !text.equals(wanted);
            case CONTAINS -> text.contains(wanted);
            case CONTAINS_NOT -> !text.contains(wanted);
            case BEGINS_WITH -> text.startsWith(wanted);
            case IS_GIVEN -> !text.isEmpty();
            case IS_MISSING -> text.isEmpty();
            case BETWEEN -> false;
        };
    }

    private static String folded(String textOrNull) {
        return textOrNull == null ? "" : textOrNull.strip().toLowerCase(Locale.ROOT);
    }

    /** @return whether both look at the same */
    boolean isAboutSame(Condition other) {
        return subject == other.subject && (attribute == null || attribute.equalsIgnoreCase(other.attribute));
    }

    /** @return whether the other one holds wherever this one does; false where that cannot be told */
    boolean implies(Condition other) {
        if (!isAboutSame(other)) {
            return false;
        }
        boolean same = comparison == other.comparison && Objects.equals(folded(value), folded(other.value));
        return same || switch (comparison) {
            case IS -> subject != Subject.HOUR && other.accepts(value);
            case BEGINS_WITH -> impliedByPart(other) || other.comparison == Comparison.BEGINS_WITH
                && folded(value).startsWith(folded(other.value));
            case CONTAINS -> impliedByPart(other);
            case IS_MISSING -> other.accepts(null);
            default -> false;
        };
    }

    /** A text that contains this value is given, and contains each part of the value. */
    private boolean impliedByPart(Condition other) {
        return switch (other.comparison) {
            case IS_GIVEN -> true;
            case CONTAINS -> folded(value).contains(folded(other.value));
            default -> false;
        };
    }

    /** @return whether the two can never hold together; false where that cannot be told */
    boolean contradicts(Condition other) {
        return isAboutSame(other) && (refutes(other) || other.refutes(this));
    }

    private boolean refutes(Condition other) {
        return switch (comparison) {
            case IS -> subject != Subject.HOUR && !other.accepts(value);
            case IS_MISSING -> !other.accepts(null);
            case BEGINS_WITH -> other.comparison == Comparison.CONTAINS_NOT && folded(value).contains(folded(other.value))
                || other.comparison == Comparison.BEGINS_WITH && !folded(value).startsWith(folded(other.value))
                    && !folded(other.value).startsWith(folded(value));
            case CONTAINS -> other.comparison == Comparison.CONTAINS_NOT && folded(value).contains(folded(other.value));
            default -> false;
        };
    }
}
