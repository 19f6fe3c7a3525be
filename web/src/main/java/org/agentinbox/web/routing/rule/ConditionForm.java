package org.agentinbox.web.routing.rule;

import java.io.Serializable;
import java.util.List;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.routing.rule.Comparison;
import org.agentinbox.routing.rule.Condition;
import org.agentinbox.routing.rule.Subject;

/** A condition while it is filled in. What fits the subject is shown, the rest is kept: who goes back to a subject finds it again. */
public class ConditionForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String BETWEEN_TIMES = "-";

    private Subject subject = Subject.PAGE;
    private Comparison comparison = Comparison.CONTAINS;
    private String attribute;
    private String text;
    private String known = Boolean.TRUE.toString();
    private String from;
    private String until;

    ConditionForm() {}

    ConditionForm(Condition condition) {
        subject = condition.subject();
        comparison = condition.comparison();
        attribute = condition.attribute();
        if (isHour()) {
            String[] times = condition.value().split(BETWEEN_TIMES, -1);
            from = times[0];
            until = times[1];
        } else if (isYesOrNo()) {
            known = condition.value();
        } else {
            text = condition.value();
        }
    }

    /** @throws RefusedException of {@code attribute}, {@code comparison} or {@code value} */
    Condition condition() {
        return new Condition(subject, attribute, comparison, value());
    }

    private String value() {
        if (isHour()) {
            return (from == null ? "" : from) + BETWEEN_TIMES + (until == null ? "" : until);
        }
        return isYesOrNo() ? known : text;
    }

    /** @return whether a text is compared */
    public boolean isWithText() {
        return !isHour() && !isYesOrNo() && comparison.needsValue();
    }

    /** @return whether it is about the time of day */
    public boolean isHour() {
        return subject == Subject.HOUR;
    }

    /** @return whether it is true or false */
    public boolean isYesOrNo() {
        return subject == Subject.KNOWN;
    }

    /** @return whether it is about an attribute, which has a name */
    public boolean isNamed() {
        return subject == Subject.ATTRIBUTE;
    }

    /** @return the comparisons that fit the subject */
    public List<Comparison> getComparisons() {
        return subject.comparisons();
    }

    public Subject getSubject() {
        return subject;
    }

    /** @param subject what is looked at; a comparison that does not fit it is replaced */
    public void setSubject(Subject subject) {
        this.subject = subject;
        if (!subject.comparisons().contains(comparison)) {
            comparison = subject.comparisons().get(0);
        }
    }

    public Comparison getComparison() {
        return comparison;
    }

    /** @param comparison how it compares; left out where it does not fit, as one chosen before the subject may not */
    public void setComparison(Comparison comparison) {
        if (subject.comparisons().contains(comparison)) {
            this.comparison = comparison;
        }
    }

    public String getAttribute() {
        return attribute;
    }

    public void setAttribute(String attribute) {
        this.attribute = attribute;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** @return {@code true} or {@code false} */
    public String getKnown() {
        return known;
    }

    public void setKnown(String known) {
        this.known = known;
    }

    /** @return such as {@code 09:00}, or null */
    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    /** @return such as {@code 17:30}, or null */
    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
