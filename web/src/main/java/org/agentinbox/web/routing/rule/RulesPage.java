package org.agentinbox.web.routing.rule;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.routing.rule.Condition;
import org.agentinbox.routing.rule.RuleMatching;
import org.agentinbox.routing.rule.RuleProblem;
import org.agentinbox.routing.rule.RuleService;
import org.agentinbox.routing.rule.RuleView;
import org.agentinbox.routing.rule.RuleWish;
import org.agentinbox.routing.rule.Subject;
import org.agentinbox.team.ChatAgent;
import org.agentinbox.team.TeamService;
import org.agentinbox.team.TeamView;
import org.agentinbox.web.platform.PageDialogs;
import org.agentinbox.web.platform.PageMessages;
import org.primefaces.event.ReorderEvent;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** The administration of custom rules. The service holds the rules of rules and the permissions. */
@Named
@ViewScoped
public class RulesPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String EDITOR = "editor";
    private static final String CONDITIONS = EDITOR + ":condition:";
    private static final PageMessages MESSAGES = new PageMessages("rules");

    @EJB
    private transient RuleService rules;
    @EJB
    private transient TeamService teams;
    private List<RuleRow> rows;
    private RuleForm form = new RuleForm(List.of(), List.of());
    private String said;

    @PostConstruct
    void load() {
        List<RuleView> all = rules.all();
        List<TeamView> allTeams = teams.all();
        Stream<Set<UUID>> named = Stream.concat(all.stream().map(rule -> rule.is().agents()), allTeams.stream().map(TeamView::members));
        List<ChatAgent> agents = teams.agents(named.flatMap(Set::stream).collect(Collectors.toSet()));
        RuleWords words = new RuleWords(agents, allTeams, all);
        List<RuleProblem> never = rules.problems();
        // A mutable list, in which the table moves the rule that was dragged.
        rows = all.stream().map(rule -> new RuleRow(rule, words, never)).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Opens the dialog for a new rule. */
    public void startNew() {
        form = new RuleForm(teams.agents(Set.of()), teams.all());
        PageDialogs.open(EDITOR);
    }

    /** @param row the rule for which to open the dialog */
    public void edit(RuleRow row) {
        RuleView rule = now(row);
        form = new RuleForm(rule, teams.agents(rule.is().agents()), teams.all());
        PageDialogs.open(EDITOR);
    }

    /** Adds a condition to the dialog. */
    public void addCondition() {
        form.getConditions().add(new ConditionForm());
        PageDialogs.focus(CONDITIONS + (form.getConditions().size() - 1) + ":subject");
    }

    /** @param index which condition to take out of the dialog, from 0 */
    public void removeCondition(int index) {
        form.getConditions().remove(index);
        int next = Math.min(index, form.getConditions().size() - 1);
        PageDialogs.focus(next < 0 ? EDITOR + ":add" : CONDITIONS + next + ":remove");
    }

    /** Stores the dialog's contents. */
    public void save() {
        List<Condition> conditions = conditions();
        if (conditions.size() < form.getConditions().size()) {
            return;
        }
        attempt(EDITOR, () -> {
            RuleWish wish = form.wish(conditions);
            RuleView saved = form.isNew() ? rules.add(wish) : rules.change(form.id(), form.version(), wish);
            PageMessages.say("rules.saved", saved.is().name());
            PageDialogs.close(EDITOR);
        });
    }

    /** Gives the conditions, and shows at each that is refused why, so that all can be corrected at once. */
    private List<Condition> conditions() {
        List<Condition> all = new ArrayList<>();
        for (int i = 0; i < form.getConditions().size(); i++) {
            ConditionForm condition = form.getConditions().get(i);
            try {
                all.add(condition.condition());
            } catch (RefusedException e) {
                String field = refuseCondition(CONDITIONS + i + ":", condition, e);
                if (all.size() == i) {
                    PageDialogs.focus(field);
                }
            }
        }
        return all;
    }

    private static String refuseCondition(String row, ConditionForm condition, RefusedException refused) {
        String why = condition.isHour() ? "hours" : "attribute".equals(refused.field()) ? "attribute" : "value";
        String field = row + (condition.isHour() ? "from" : why);
        PageMessages.refuse(field, PageMessages.text("rules.refused." + why));
        return field;
    }

    /** @param row the rule to remove for good */
    public void remove(RuleRow row) {
        attempt(null, () -> {
            rules.remove(row.rule().id());
            PageMessages.say("rules.removed", row.getName());
        });
    }

    /** @param row the rule to turn on or off, as its switch says now */
    public void turn(RuleRow row) {
        attempt(null, () -> {
            RuleView now = now(row);
            RuleWish is = now.is();
            rules.change(now.id(), now.version(),
                new RuleWish(is.name(), row.isActive(), is.matching(), is.conditions(), is.agents(), is.teamId()));
            said = PageMessages.text(row.isActive() ? "rules.on" : "rules.off", row.getName());
        });
    }

    /** The rule as it is now, which may be otherwise than when the page was opened. */
    private RuleView now(RuleRow row) {
        return rules.all().stream().filter(rule -> rule.id().equals(row.rule().id())).findFirst().orElse(row.rule());
    }

    /** @param row the rule that is to be tried earlier by one place */
    public void moveUp(RuleRow row) {
        move(row, -1, "up", "down");
    }

    /** @param row the rule that is to be tried later by one place */
    public void moveDown(RuleRow row) {
        move(row, 1, "down", "up");
    }

    private void move(RuleRow row, int by, String button, String other) {
        int from = rows.indexOf(row);
        int to = from + by;
        Collections.swap(rows, from, to);
        if (store(row)) {
            // The button of a rule that can move no further is disabled, so the other one gets the focus.
            boolean isAtEnd = to == (by < 0 ? 0 : rows.size() - 1);
            PageDialogs.focus("rules:table:" + to + ":" + (isAtEnd ? other : button));
        }
    }

    /** @param event after which the table has moved the rule already */
    public void dragged(ReorderEvent event) {
        store(rows.get(event.getToIndex()));
    }

    private boolean store(RuleRow moved) {
        int place = rows.indexOf(moved) + 1;
        return attempt(null, () -> {
            rules.order(rows.stream().map(row -> row.rule().id()).toList());
            said = PageMessages.text("rules.moved", moved.getName(), place, rows.size());
        });
    }

    private boolean attempt(String place, Runnable act) {
        try {
            act.run();
            load();
            return true;
        } catch (RefusedException e) {
            refuse(place, e);
            return false;
        }
    }

    private void refuse(String place, RefusedException refused) {
        if (place == null) {
            MESSAGES.refuse(null, refused, none -> null);
            // The table shows an order or a switch that was not stored.
            load();
        } else if ("agents".equals(refused.field()) && form.isForTeam()) {
            PageMessages.refuse(EDITOR + ":team", PageMessages.text("rules.refused.team"));
            PageDialogs.focus(EDITOR + ":team");
        } else {
            String field = refused.refusal() == Refusal.NAME_TAKEN ? "name" : refused.field();
            MESSAGES.refuse(place, refused, one -> field);
            // The dialog may be longer than the window, and the field out of sight.
            if (field != null) {
                PageDialogs.focus(EDITOR + ":" + field);
            }
        }
    }

    /** @return the rules in the order in which they are tried */
    public List<RuleRow> getRows() {
        return rows;
    }

    /** @return what screen readers say after a rule was moved or turned, or null */
    public String getSaid() {
        return said;
    }

    /** @return the dialog's contents */
    public RuleForm getForm() {
        return form;
    }

    /** @return what conditions can look at */
    public Subject[] getAllSubjects() {
        return Subject.values();
    }

    /** @return how many conditions can have to hold */
    public RuleMatching[] getAllMatchings() {
        return RuleMatching.values();
    }
}
