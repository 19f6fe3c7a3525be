package org.agentinbox.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.conversation.DemoConversations;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.notification.missed.DemoLeftMessages;
import org.agentinbox.routing.DemoStories;
import org.agentinbox.visitor.DemoVisitors;
import org.agentinbox.visitor.VisitorClaims;
import org.agentinbox.visitor.VisitorVisit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A request that nobody took, with all that is known of why, and with a message that its visitor left. Nobody has seen to it yet. */
@ApplicationScoped
class DemoMissedRequest {

    private static final Duration AGO = Duration.ofHours(26);
    private static final String ENTRY = "pricing";
    private static final String EMAIL = "ingrid.solberg@fjordanalyse.example";

    @Inject
    private Clock clock;
    @Inject
    private DemoVisitors visitors;
    @Inject
    private DemoConversations conversations;
    @Inject
    private DemoStories stories;
    @Inject
    private DemoLeftMessages messages;

    /** @param agents by user name */
    void add(Map<String, UUID> agents) {
        Instant asked = clock.instant().minus(AGO);
        UUID visitor = visitors.add(new VisitorClaims("Ingrid Solberg", "Lab manager", EMAIL, "+47 22 00 00 00", "Fjord Analyse AS"), null,
            new VisitorVisit("https://www.northwindlab.example/pricing/", "en-NO", "Europe/Oslo"), asked);
        UUID chat = conversations.add(new DemoConversations.Past(visitor, null, null, asked, List.of(
            line("Hello, we have 34 people in two labs. Which plan do we need?", asked.plusSeconds(2)),
            line("Is somebody there?", asked.plusSeconds(161)))));
        stories.add(chat, ENTRY, agents.get("ben"), agents.get("ana"), asked);
        messages.add(chat, EMAIL, "I have to go to a meeting. Could you send me an offer for 34 people in two labs, with single sign-on?\n"
            + "We would like to start in spring.", asked.plusSeconds(290));
    }

    private static DemoConversations.Line line(String text, Instant at) {
        return new DemoConversations.Line(AuthorKind.VISITOR, text, at);
    }
}
