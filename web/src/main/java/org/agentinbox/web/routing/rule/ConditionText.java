package org.agentinbox.web.routing.rule;

import java.util.ResourceBundle;

import org.agentinbox.routing.rule.Comparison;
import org.agentinbox.routing.rule.Condition;
import org.agentinbox.routing.rule.Subject;
import org.agentinbox.web.platform.PageMessages;

/** Conditions in words, in the language of the page. */
public final class ConditionText {

    private ConditionText() {}

    /** @return such as <i>language is ko</i> */
    public static String of(Condition condition) {
        ResourceBundle texts = PageMessages.texts();
        if (condition.subject() == Subject.KNOWN) {
            return texts.getString("rules.known.sentence." + condition.value());
        }
        String about = condition.subject() == Subject.ATTRIBUTE ? PageMessages.text("rules.attribute.sentence", condition.attribute())
            : texts.getString("rules.subject.sentence." + condition.subject());
        return PageMessages.text("rules.comparison.sentence." + condition.comparison(), about, value(condition));
    }

    private static String value(Condition condition) {
        return condition.comparison() == Comparison.BETWEEN ? condition.value().replace("-", "–") : condition.value();
    }
}
