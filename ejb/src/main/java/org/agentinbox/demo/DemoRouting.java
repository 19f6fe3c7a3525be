package org.agentinbox.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.entry.BookingOffer;
import org.agentinbox.entry.DemoEntries;
import org.agentinbox.entry.EntryBooking;
import org.agentinbox.entry.EntryContent;
import org.agentinbox.entry.EntryGreeting;
import org.agentinbox.entry.EntryRouting;
import org.agentinbox.entry.EntryText;
import org.agentinbox.entry.EntryWish;
import org.agentinbox.entry.FieldKind;
import org.agentinbox.entry.FormField;
import org.agentinbox.entry.LocalText;
import org.agentinbox.entry.RoutingOption;
import org.agentinbox.routing.rule.Comparison;
import org.agentinbox.routing.rule.Condition;
import org.agentinbox.routing.rule.DemoRules;
import org.agentinbox.routing.rule.RuleMatching;
import org.agentinbox.routing.rule.RuleWish;
import org.agentinbox.routing.rule.Subject;
import org.agentinbox.team.DemoTeams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The teams, rules and entries of the demo site: one for its pages of prices, one for its Korean pages. */
@ApplicationScoped
class DemoRouting {

    @Inject
    private DemoTeams teams;
    @Inject
    private DemoRules rules;
    @Inject
    private DemoEntries entries;

    /** @param agents by user name */
    void add(Map<String, UUID> agents) {
        UUID sales = teams.add("Sales", Set.of(agents.get("ana"), agents.get("ben")), agents.get("ana"));
        UUID korean = teams.add("한국어", Set.of(agents.get("chae")), agents.get("chae"));
        rules.add(1, new RuleWish("Korean visitors", true, RuleMatching.ALL,
            List.of(new Condition(Subject.LANGUAGE, null, Comparison.IS, "ko")), Set.of(), korean));
        rules.add(2, new RuleWish("Everybody else", true, RuleMatching.ALL, List.of(), Set.of(), sales));
        entries.add("pricing", 2, new EntryWish("Pricing", true, new EntryRouting(RoutingOption.RULES, null, null), 3,
            new EntryBooking(BookingOffer.TEAM, null, sales), true, pricing()));
        entries.add("korea", 3, new EntryWish("한국", true, new EntryRouting(RoutingOption.TEAM, null, korean), 0, EntryBooking.NONE, true,
            new EntryContent(EntryContent.PLAIN.form(), LocalText.NONE, null, Map.of(), null, false, EntryGreeting.NEVER)));
    }

    private static EntryContent pricing() {
        FormField size = new FormField(FieldKind.CHOICE, false, new LocalText("How big is your lab?", "연구실 규모는 어느 정도인가요?"),
            List.of(new LocalText("Up to 10 people", "10명 이하"), new LocalText("11 to 50", "11명에서 50명"),
                new LocalText("More than 50", "50명 초과")));
        return new EntryContent(List.of(FormField.of(FieldKind.NAME, true), FormField.of(FieldKind.EMAIL, true), size,
            FormField.of(FieldKind.MESSAGE, false)), LocalText.NONE, null,
            Map.of(EntryText.GREETING,
                new LocalText("Tell us about your lab, and we will find the plan that fits.", "연구실에 대해 알려 주시면 맞는 요금제를 찾아 드리겠습니다.")),
            null,
            false, EntryGreeting.NEVER);
    }
}
