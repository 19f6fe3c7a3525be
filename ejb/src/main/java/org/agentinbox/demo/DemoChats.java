package org.agentinbox.demo;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.agentinbox.conversation.DemoConversations;
import org.agentinbox.conversation.EndReason;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.visitor.DemoVisitors;
import org.agentinbox.visitor.VisitorClaims;
import org.agentinbox.visitor.VisitorVisit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

/** Reads the past chats of the demo data. Their days count back from today, so that they are always recent. */
@ApplicationScoped
class DemoChats {

    private static final String SITE = "https://www.northwindlab.example";
    private static final List<String> FILES = List.of("conversations-1.json", "conversations-2.json");

    @Inject
    private Clock clock;
    @Inject
    private DemoVisitors visitors;
    @Inject
    private DemoConversations conversations;

    /** Stores all chats that would be over by now; returns how many. */
    int load(Map<String, UUID> agents) {
        Map<String, UUID> known = new HashMap<>();
        List<JsonObject> over = FILES.stream().flatMap(DemoChats::read)
            .filter(c -> requestedAt(c).plusSeconds(7_200).isBefore(clock.instant())).toList();
        over.forEach(c -> conversations.add(past(c, agents, known)));
        return over.size();
    }

    private static Stream<JsonObject> read(String file) {
        InputStream in = DemoChats.class.getResourceAsStream(file);
        try (JsonReader reader = JSON.createReader(in)) {
            return reader.readObject().getJsonArray("conversations").getValuesAs(JsonObject.class).stream();
        }
    }

    private DemoConversations.Past past(JsonObject chat, Map<String, UUID> agents, Map<String, UUID> known) {
        boolean missed = chat.getBoolean("missed", false);
        Instant at = requestedAt(chat);
        JsonObject visitor = chat.getJsonObject("visitor");
        UUID visitorId = known.computeIfAbsent(visitor.getString("key"), key -> visitor(visitor, at));
        return new DemoConversations.Past(visitorId, missed ? null : agents.get(chat.getString("agent")),
            missed ? null : EndReason.valueOf(chat.getString("endReason")), at, lines(chat, at));
    }

    private UUID visitor(JsonObject v, Instant at) {
        return visitors.add(
            new VisitorClaims(text(v, "name"), text(v, "jobTitle"), text(v, "email"), text(v, "phone"), text(v, "company")),
            text(v, "crmStatus"), new VisitorVisit(SITE + v.getString("page", "/"), text(v, "locale"), text(v, "timeZone")), at);
    }

    private static List<DemoConversations.Line> lines(JsonObject chat, Instant requestedAt) {
        List<DemoConversations.Line> lines = new ArrayList<>();
        Instant at = requestedAt;
        for (JsonObject message : chat.getJsonArray("messages").getValuesAs(JsonObject.class)) {
            at = at.plusSeconds(message.getInt("after"));
            AuthorKind author = "V".equals(message.getString("from")) ? AuthorKind.VISITOR : AuthorKind.AGENT;
            lines.add(new DemoConversations.Line(author, message.getString("text"), at));
        }
        return lines;
    }

    private Instant requestedAt(JsonObject chat) {
        ZoneId zone = ZoneId.of(chat.getString("zone"));
        return LocalDate.now(clock.withZone(zone)).minusDays(chat.getInt("daysAgo"))
            .atTime(LocalTime.parse(chat.getString("startTime"))).atZone(zone).toInstant();
    }

    private static String text(JsonObject object, String name) {
        return object.getOrDefault(name, JsonValue.NULL) == JsonValue.NULL ? null : object.getString(name);
    }
}
