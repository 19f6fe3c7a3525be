package org.agentinbox.routing;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.List;
import java.util.UUID;

import org.agentinbox.entry.Entries;
import org.agentinbox.entry.EntryView;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;
import org.agentinbox.visitor.RecordView;
import org.agentinbox.visitor.VisitorClaims;
import org.agentinbox.visitor.VisitorView;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;

/** Tells what would happen to a request now. It locks, stores and changes nothing. Works in its caller's transaction. */
@ApplicationScoped
class RoutingPreview {

    private static final int LONGEST = 2000;
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    private Entries entries;
    @Inject
    private RoutingPlans plans;
    @Inject
    private AgentChoice agentChoice;
    @Inject
    private RequestStories stories;

    /** @throws RefusedException of a member that cannot be stored either */
    List<ToldStep> of(PreviewWish wish) {
        String asked = line("entry", wish.entry());
        EntryView entry = entries.used(asked);
        PoolWalk.Choice choice = agentChoice.preview(plans.plan(asked, entry, visitor(wish), true));
        List<ToldStep> steps = ToldStep.of(null, choice.steps(), choice.evaluated());
        steps.add(new ToldStep(null, outcome(choice, entry)));
        return stories.named(steps);
    }

    private static RoutingStep outcome(PoolWalk.Choice choice, EntryView entry) {
        JsonObjectBuilder data = JSON.createObjectBuilder();
        if (choice.agent().isPresent()) {
            return RoutingStep.of(StepKind.OFFER, "EXPECTED", data.add("agentId", choice.agent().get().toString()));
        }
        return entry.is().queueMinutes() > 0
            ? RoutingStep.of(StepKind.QUEUE, "EXPECTED", data.add("minutes", entry.is().queueMinutes()))
            : RoutingStep.of(StepKind.FALLBACK, "EXPECTED", data.add("booking", entry.is().booking().offer().name())
                .add("message", entry.is().takesMessages()));
    }

    private static VisitorView visitor(PreviewWish wish) {
        VisitorClaims none = new VisitorClaims(null, null, null, null, null);
        String email = line("email", wish.email());
        boolean hasRecord = wish.known() || wish.crmStatus() != null || !wish.attributes().isEmpty();
        RecordView record = hasRecord ? new RecordView(NOBODY, email, null, null, null, null, line("crmStatus", wish.crmStatus()),
            wish.attributes(), null, none, wish.known() ? 2 : 1) : null;
        return new VisitorView(NOBODY, line("name", wish.name()), line("jobTitle", wish.jobTitle()), email, line("phone", wish.phone()),
            line("company", wish.company()), line("page", wish.page()), line("locale", wish.locale()), line("timeZone", wish.timeZone()),
            false, record);
    }

    private static String line(String field, String text) {
        return TextRules.line(field, text, LONGEST);
    }
}
