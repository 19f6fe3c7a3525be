package org.agentinbox.web.routing.rule;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.agentinbox.routing.rule.RuleProblem;
import org.agentinbox.routing.rule.RuleView;

/** A line of the table of rules, in the reader's language. */
public class RuleRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final RuleView rule;
    private final String sentence;
    private final ArrayList<String> problems;
    private boolean active;

    RuleRow(RuleView rule, RuleWords words, List<RuleProblem> never) {
        this.rule = rule;
        sentence = words.sentence(rule.is());
        problems = new ArrayList<>(words.problems(rule, never));
        active = rule.is().active();
    }

    RuleView rule() {
        return rule;
    }

    public String getId() {
        return rule.id().toString();
    }

    public String getName() {
        return rule.is().name();
    }

    /** @return the rule in words */
    public String getSentence() {
        return sentence;
    }

    /** @return why it does not do what it says, each reason a sentence */
    public List<String> getProblems() {
        return problems;
    }

    /** @return whether the switch is on */
    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
