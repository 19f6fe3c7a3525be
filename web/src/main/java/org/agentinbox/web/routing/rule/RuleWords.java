package org.agentinbox.web.routing.rule;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.agentinbox.routing.rule.RuleProblem;
import org.agentinbox.routing.rule.RuleView;
import org.agentinbox.routing.rule.RuleWish;
import org.agentinbox.team.ChatAgent;
import org.agentinbox.team.TeamView;
import org.agentinbox.web.platform.PageMessages;

/**
 * Rules in words, in the language of the page.
 *
 * @param agents who takes live chats, and those whom rules or teams name
 * @param teams all teams
 * @param rules all rules
 */
record RuleWords(List<ChatAgent> agents, List<TeamView> teams, List<RuleView> rules) {

    /** @return such as <i>When all hold: language is ko · page contains /pricing → team Korean</i> */
    String sentence(RuleWish rule) {
        return PageMessages.text("rules.sentence", when(rule), who(rule));
    }

    private static String when(RuleWish rule) {
        return rule.conditions().isEmpty() ? PageMessages.text("rules.when.always")
            : PageMessages.text("rules.when." + rule.matching(), rule.conditions().stream().map(ConditionText::of).collect(joining(" · ")));
    }

    private String who(RuleWish rule) {
        return rule.teamId() == null ? PageMessages.text("rules.who.agents", names(rule))
            : PageMessages.text("rules.who.team", teamName(rule.teamId()));
    }

    private String names(RuleWish rule) {
        String noChats = PageMessages.texts().getString("teams.noChats");
        return named(rule).map(agent -> agent.takesChats() ? agent.name() : agent.name() + " (" + noChats + ")").collect(joining(", "));
    }

    private Stream<ChatAgent> named(RuleWish rule) {
        return agents.stream().filter(agent -> rule.agents().contains(agent.id()));
    }

    private String teamName(UUID id) {
        return team(id).map(TeamView::name).orElse("-");
    }

    private Optional<TeamView> team(UUID id) {
        return teams.stream().filter(team -> team.id().equals(id)).findFirst();
    }

    /** @return why the rule does not do what it says, each reason a sentence */
    List<String> problems(RuleView rule, List<RuleProblem> never) {
        Stream<String> decides = never.stream().filter(problem -> problem.ruleId().equals(rule.id())).map(this::never);
        return Stream.concat(decides, nobody(rule.is()).stream()).toList();
    }

    private String never(RuleProblem problem) {
        return problem.coveredBy() == null ? PageMessages.text("rules.problem.contradiction")
            : PageMessages.text("rules.problem.covered", rules.stream().filter(rule -> rule.id().equals(problem.coveredBy()))
                .map(rule -> rule.is().name()).findFirst().orElse("-"));
    }

    private Optional<String> nobody(RuleWish rule) {
        if (rule.teamId() == null) {
            return named(rule).anyMatch(ChatAgent::takesChats) ? Optional.empty()
                : Optional.of(PageMessages.text("rules.problem.noAgent"));
        }
        boolean somebody = team(rule.teamId()).stream().anyMatch(team -> agents.stream()
            .anyMatch(agent -> agent.takesChats() && team.members().contains(agent.id())));
        return somebody ? Optional.empty() : Optional.of(PageMessages.text("rules.problem.noMember", teamName(rule.teamId())));
    }
}
