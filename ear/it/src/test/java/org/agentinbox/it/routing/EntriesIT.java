package org.agentinbox.it.routing;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Tests whom each entry asks, how visitors wait in its queue, and what they get where nobody takes their chat. */
class EntriesIT {

    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final String WRITE_TO_US = """
        [{"type":"paragraph","children":[\
        {"type":"strong","children":[{"type":"text","text":"Write"}]},{"type":"text","text":" to us."}]}]""";

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);
    private final Map<String, SocketClient> inboxes = new HashMap<>();
    private final List<SocketClient> visitors = new ArrayList<>();

    @BeforeEach
    void open() {
        People.nobodyIsAvailable(installation);
        setup.reset();
        List.of("ana", "ben", "chae").forEach(user -> inboxes.put(user, People.inbox(installation, user)));
    }

    @AfterEach
    void close() {
        visitors.forEach(SocketClient::close);
        inboxes.values().forEach(inbox -> {
            People.setAvailable(inbox, false);
            inbox.close();
        });
        People.nobodyIsAvailable(installation);
        setup.reset();
    }

    private void available(String... users) {
        List.of(users).forEach(user -> People.setAvailable(inboxes.get(user), true));
    }

    private SocketClient visitor() {
        SocketClient visitor = People.visitor(installation, "Vera Lind");
        visitors.add(visitor);
        return visitor;
    }

    private static String request(SocketClient visitor, String entry) {
        return visitor.send(act("chat.request").add("entry", entry)).await("chat.requested").getString("conversationId");
    }

    private JsonObject offer(String user, String conversation) {
        return inboxes.get(user).await("offer", f -> f.getString("conversationId").equals(conversation));
    }

    private void decline(String user, String conversation) {
        inboxes.get(user).send(frame("offer.decline").add("offerId", offer(user, conversation).getString("offerId")));
    }

    @Test
    void aTeamsMembersTakeTurnsOfTheirOwn() {
        UUID team = setup.team("Support", "ben", "chae");
        setup.entry("support").set("support", "routing = 'TEAM', team_id = ?", team);
        available("ana", "ben", "chae");
        installation.query("UPDATE rotation SET last_number = 0");
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String conversation = request(visitor(), "support");
            asked.add(installation.query("SELECT user_name FROM routing_decision d JOIN account a ON a.id = d.chosen_agent_id "
                + "WHERE conversation_id = ?::uuid", conversation).get(0));
            assertEquals("ENTRY:ASKED ACCOUNT:NOT_LISTED POOL:TEAM", setup.steps(conversation));
        }
        assertEquals(List.of("ben", "chae", "ben"), asked);
        assertEquals(List.of("0"), installation.query("SELECT last_number FROM rotation WHERE id = 'ROUND_ROBIN'"));
    }

    @Test
    void withATeamOneMoreAgentIsAskedAndThenNobody() {
        setup.entry("support").set("support", "routing = 'TEAM', team_id = ?", setup.team("Support", "ben", "chae"));
        available("ana", "ben", "chae");
        SocketClient visitor = visitor();
        String conversation = request(visitor, "support");
        String first = hasOffer("chae", conversation) ? "chae" : "ben";
        String second = first.equals("ben") ? "chae" : "ben";
        decline(first, conversation);
        decline(second, conversation);
        assertEquals(conversation, visitor.await("chat.fallback").getString("conversationId"));
        assertEquals(List.of("DECLINED", "DECLINED"),
            installation.query("SELECT state FROM offer WHERE conversation_id = ?::uuid ORDER BY offered_at", conversation));
        assertTrue(inboxes.get("ana").all("offer").isEmpty(), "an agent who is not of the team was asked although one of the team could");
    }

    private boolean hasOffer(String user, String conversation) {
        Await.until("somebody was asked", SECONDS, () -> !installation.query(
            "SELECT 1 FROM offer WHERE conversation_id = ?::uuid AND state = 'PENDING'", conversation).isEmpty());
        return !installation.query("SELECT 1 FROM offer o JOIN account a ON a.id = o.agent_id WHERE conversation_id = ?::uuid "
            + "AND user_name = ?", conversation, user).isEmpty();
    }

    @Test
    void whatTheFormRequiresIsChecked() {
        setup.entry("form").set("form", "content = ?::jsonb", """
            {"form": [{"kind": "PHONE", "required": true}, {"kind": "TEXT", "required": true, "label": {"en": "Which one?"}}],
             "consent": {"en": "We keep it."}}""");
        SocketClient visitor = visitor();
        assertEquals("phone", refusedField(visitor, act("chat.request").add("entry", "form")));
        visitor.send(frame("identify").add("phone", "+49 30 1")).await("identified");
        assertEquals("answer-2", refusedField(visitor, act("chat.request").add("entry", "form").add("consent", true)));
        JsonArrayBuilder answers = Json.createArrayBuilder().add(Json.createObjectBuilder().add("field", 2).add("text", "This one"))
            .add(Json.createObjectBuilder().add("field", 7).add("text", "Nobody asked"));
        JsonArray all = answers.build();
        assertEquals("consent", refusedField(visitor, act("chat.request").add("entry", "form").add("answers", all)));
        String conversation = visitor.send(act("chat.request").add("entry", "form").add("answers", all).add("consent", true))
            .await("chat.requested").getString("conversationId");
        assertEquals(List.of("[{\"en\": \"Which one?\", \"answer\": \"This one\"}]"),
            installation.query("SELECT answers FROM chat_request WHERE conversation_id = ?::uuid", conversation));
        assertEquals(List.of("1"), installation.query("SELECT count(*) FROM conversation WHERE visitor_id = (SELECT visitor_id FROM "
            + "conversation WHERE id = ?::uuid)", conversation), "what was refused began no chat");
    }

    private static String refusedField(SocketClient visitor, JsonObjectBuilder request) {
        JsonObject error = visitor.send(request).await("error");
        assertEquals("FORM_INCOMPLETE", error.getString("code"));
        return error.getString("field");
    }

    @Test
    void whereNobodyOfTheTeamIsThereAllAgentsAreAsked() {
        setup.entry("support").set("support", "routing = 'TEAM', team_id = ?", setup.team("Support", "ben"));
        available("chae");
        String conversation = request(visitor(), "support");
        offer("chae", conversation);
        assertEquals("ENTRY:ASKED ACCOUNT:NOT_LISTED POOL:TEAM POOL:ALL", setup.steps(conversation));
    }

    @Test
    void aTeamWithoutMembersDoesNotStopAChat() {
        setup.entry("support").set("support", "routing = 'TEAM', team_id = ?", setup.team("Empty"));
        available("ana");
        offer("ana", request(visitor(), "support"));
    }

    @Test
    void oneAgentIsAskedFirst() {
        setup.entry("key").set("key", "routing = 'AGENT', agent_id = ?", setup.account("chae"));
        available("ana", "ben", "chae");
        for (int i = 0; i < 2; i++) {
            String conversation = request(visitor(), "key");
            offer("chae", conversation);
            assertEquals("ENTRY:ASKED ACCOUNT:NOT_LISTED POOL:AGENT", setup.steps(conversation));
        }
    }

    @Test
    void theFirstRuleThatMatchesDecides() {
        UUID korean = setup.team("Korean", "chae");
        UUID german = setup.team("German", "ben");
        setup.entry("rules").set("rules", "routing = 'RULES'")
            .rule(1, "Korean", "[{\"subject\": \"LANGUAGE\", \"comparison\": \"IS\", \"value\": \"ko\"}]", korean)
            .rule(2, "Pricing", "[{\"subject\": \"PAGE\", \"comparison\": \"CONTAINS\", \"value\": \"/PRICING\"}]", german)
            .rule(3, "Everybody", "[]", korean);
        available("ana", "ben", "chae");
        String conversation = request(visitor(), "rules");
        offer("ben", conversation);
        assertEquals("ENTRY:ASKED ACCOUNT:NOT_LISTED RULE:NOT_MATCHED RULE:MATCHED POOL:TEAM", setup.steps(conversation));
    }

    @Test
    void anUnknownEntryAndOneThatIsOffAreTheDefault() {
        setup.entry("off").set("off", "active = false");
        available("ana");
        String unknown = request(visitor(), "nosuch\0".repeat(50));
        offer("ana", unknown);
        assertEquals("ENTRY:UNKNOWN ACCOUNT:NOT_LISTED POOL:ALL", setup.steps(unknown));
        String off = request(visitor(), "off");
        offer("ana", off);
        assertEquals("ENTRY:OFF ACCOUNT:NOT_LISTED POOL:ALL", setup.steps(off));
        assertEquals(List.of("default"), installation.query("SELECT DISTINCT entry_key FROM chat_request WHERE conversation_id IN "
            + "(?::uuid, ?::uuid)", unknown, off));
    }

    @Test
    void whoWaitsIsServedInOrderAsSoonAsAnAgentHasTime() {
        setup.entry("queue").set("queue", "queue_minutes = 5");
        SocketClient first = visitor();
        SocketClient second = visitor();
        String one = request(first, "queue");
        assertEquals(1, first.await("chat.queued").getInt("position"));
        String two = request(second, "queue");
        assertEquals(2, second.await("chat.queued").getInt("position"));
        available("ana");
        JsonObject offer = offer("ana", one);
        offer("ana", two);
        inboxes.get("ana").send(frame("offer.accept").add("offerId", offer.getString("offerId"))).await("conversation");
        first.await("chat.connected");
        assertEquals(List.of(one, two),
            installation.query("SELECT conversation_id FROM offer WHERE conversation_id IN (?::uuid, ?::uuid) ORDER BY offered_at", one,
                two));
    }

    @Test
    void whoLeavesMakesRoomForTheOthers() {
        setup.entry("queue").set("queue", "queue_minutes = 5");
        SocketClient first = visitor();
        SocketClient second = visitor();
        request(first, "queue");
        request(second, "queue");
        second.await("chat.queued", f -> f.getInt("position") == 2);
        first.send(act("chat.end")).await("chat.ended");
        second.await("chat.queued", f -> f.getInt("position") == 1);
    }

    @Test
    void whoWasDeclinedWaitsAndIsNotOfferedToTheSameAgentAgain() {
        setup.entry("queue").set("queue", "queue_minutes = 5");
        available("ana");
        SocketClient visitor = visitor();
        String conversation = request(visitor, "queue");
        decline("ana", conversation);
        visitor.await("chat.queued");
        available("ben");
        offer("ben", conversation);
        assertEquals(List.of("ana", "ben"), installation.query("SELECT user_name FROM offer o JOIN account a ON a.id = o.agent_id "
            + "WHERE conversation_id = ?::uuid ORDER BY offered_at", conversation));
    }

    @Test
    void theWaitEndsWithTheFallbackOfTheEntryInTheVisitorsLanguage() {
        setup.entry("queue").set("queue", "queue_minutes = 5, takes_messages = true, content = ?::jsonb",
            "{\"texts\": {\"fallback\": {\"en\": \"**Write** to us.\", \"ko\": \"편지를 주세요.\"}}}");
        SocketClient visitor = visitor();
        String conversation = request(visitor, "queue");
        visitor.await("chat.queued");
        installation.query("UPDATE deadline SET due_at = now() WHERE kind = 'QUEUE_END' AND subject = ?::uuid", conversation);
        JsonObject fallback = visitor.await("chat.fallback");
        assertEquals("**Write** to us.", fallback.getString("text"), "as it was typed, for clients that know nothing else");
        assertEquals(WRITE_TO_US, fallback.getJsonArray("formatted").toString());
        assertEquals(JsonValue.TRUE, fallback.get("message"));
        assertEquals(JsonValue.FALSE, fallback.get("meeting"));
        visitor.send(frame("sync").add("conversationId", conversation).add("afterSeq", 0));
        JsonObject messages = visitor.await("messages");
        assertEquals("**Write** to us.", messages.getString("text"));
        assertEquals(WRITE_TO_US, messages.getJsonArray("formatted").toString());
    }

    @Test
    void whoseChatNobodyTakesMayBookAMeeting() {
        setup.entry("meet").set("meet", "booking = 'AGENT', booking_agent_id = ?", setup.account("cal"));
        SocketClient visitor = visitor();
        String conversation = request(visitor, "meet");
        JsonObject fallback = visitor.await("chat.fallback", f -> f.getString("conversationId").equals(conversation));
        assertEquals(setup.account("cal").toString(), fallback.getJsonObject("meeting").getString("agentId"));
        JsonObject card = visitor.await("message", f -> f.getString("kind").equals("BOOKING"));
        assertEquals(setup.account("cal").toString(), card.getJsonObject("card").getString("agentId"));
        assertEquals(List.of("t"),
            installation.query("SELECT true FROM calendar_share WHERE conversation_id = ?::uuid AND agent_id = ?", conversation,
                setup.account("cal")));
    }

    @Test
    void whereNoCalendarIsOpenTheMeetingFallbackIsTold() {
        setup.entry("meet").set("meet", "booking = 'TEAM', booking_team_id = ?, content = ?::jsonb", setup.team("Nobody", "chae"),
            "{\"texts\": {\"fallback\": {\"en\": \"Book.\"}, \"meetingFallback\": {\"en\": \"No time at all.\"}}}");
        SocketClient visitor = visitor();
        request(visitor, "meet");
        JsonObject fallback = visitor.await("chat.fallback");
        assertEquals("No time at all.", fallback.getString("text"));
        assertEquals(JsonValue.FALSE, fallback.get("meeting"));
    }

    @Test
    void aTeamsCalendarsAreOfferedInTurn() {
        setup.entry("meet").set("meet", "booking = 'TEAM', booking_team_id = ?", setup.team("Sales", "ana", "ben", "chae"));
        List<String> offered = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            SocketClient visitor = visitor();
            request(visitor, "meet");
            offered.add(visitor.await("chat.fallback").getJsonObject("meeting").getString("agentId"));
        }
        assertEquals(List.of(offered.get(0), offered.get(1), offered.get(0)), offered);
        assertEquals(2, offered.stream().distinct().count(), "ana and ben have calendars, chae has none");
    }
}
