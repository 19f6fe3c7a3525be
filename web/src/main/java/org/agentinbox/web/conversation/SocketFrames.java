package org.agentinbox.web.conversation;

import static org.agentinbox.platform.JsonApi.JSON;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.agentinbox.routing.QueuePlace;
import org.agentinbox.account.AccountView;
import org.agentinbox.account.Person;
import org.agentinbox.availability.AvailabilityView;
import org.agentinbox.conversation.ChatEnded;
import org.agentinbox.conversation.ChatIdle;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.MessagePage;
import org.agentinbox.conversation.MessageView;
import org.agentinbox.conversation.NotePage;
import org.agentinbox.conversation.Receipt;
import org.agentinbox.conversation.SearchHit;
import org.agentinbox.conversation.VisitorChatView;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.routing.AgentStatus;
import org.agentinbox.routing.OfferView;
import org.agentinbox.routing.OnlineStatusView;
import org.agentinbox.routing.TransferView;
import org.agentinbox.supervision.WatchView;
import org.agentinbox.visitor.VisitorView;
import org.agentinbox.visitor.Welcome;
import org.agentinbox.web.account.PhotoAddress;
import org.agentinbox.web.entry.TextTree;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** The frames that the server sends, as asyncapi.yaml describes them. */
final class SocketFrames {

    static final String CONTEXT = "/inbox";

    private SocketFrames() {}

    static String welcome(Welcome welcome, VisitorChatView chat, OnlineStatusView presence, Instant now) {
        VisitorView visitor = welcome.visitor();
        JsonMessage.Builder frame = JsonMessage.of("welcome").with("token", welcome.token()).with("visitorId", visitor.id()).with("now",
            now)
            .with("visitor", JsonMessage.object().with("name", visitor.name()).with("email", visitor.email()).build())
            .with("presence", presence(JsonMessage.object(), presence).build());
        return (chat == null ? frame : frame.with("conversation", visitorChat(chat))).toString();
    }

    static String presence(OnlineStatusView presence) {
        return presence(JsonMessage.of("presence"), presence).toString();
    }

    private static JsonMessage.Builder presence(JsonMessage.Builder json, OnlineStatusView presence) {
        return json.with("online", presence.online()).with("own", presence.own()).withIfAny("backAt", presence.backAt())
            .with("waiting", presence.waiting());
    }

    private static JsonObject visitorChat(VisitorChatView chat) {
        JsonMessage.Builder json = JsonMessage.object().with("id", chat.id()).with("state", chat.state()).with("lastSeq", chat.lastSeq())
            .with("visitorReadSeq", chat.visitorReadSeq()).with("agentReadSeq", chat.agentReadSeq());
        return (chat.agent() == null ? json : json.with("agent", agent(chat.agent()))).build();
    }

    static JsonValue agent(Person person) {
        return person == null ? JsonValue.NULL : JsonMessage.object().with("id", person.id()).with("name", person.name())
            .with("photoUrl", person.photoTag() == null ? null : PhotoAddress.of(CONTEXT, person.id(), person.photoTag()))
            .withIfAny("title", person.title()).build();
    }

    static String identified(VisitorView visitor) {
        return JsonMessage.of("identified").with("verified", visitor.verified()).toString();
    }

    static String requested(VisitorChatView chat, UUID clientId) {
        return JsonMessage.of("chat.requested").with("conversationId", chat.id()).with("clientId", clientId).toString();
    }

    static String connected(UUID conversationId, Person agent) {
        return JsonMessage.of("chat.connected").with("conversationId", conversationId).with("agent", agent(agent)).toString();
    }

    static String fallback(UUID conversationId, FallbackText.Told told) {
        return told(JsonMessage.of("chat.fallback").with("conversationId", conversationId), told).toString();
    }

    private static JsonMessage.Builder told(JsonMessage.Builder frame, FallbackText.Told told) {
        return frame.with("text", told.text()).with("formatted", TextTree.of(told.text()))
            .with("meeting", told.agentId() == null ? JsonValue.FALSE : JsonMessage.object().with("agentId", told.agentId()).build())
            .with("message", told.takesMessages());
    }

    static String queued(QueuePlace place) {
        return JsonMessage.of("chat.queued").with("conversationId", place.conversationId()).with("position", place.position())
            .withIfAny("estimateSeconds", place.estimateSeconds()).toString();
    }

    static String agentPresence(UUID conversationId, boolean present) {
        return JsonMessage.of("agent.presence").with("conversationId", conversationId).with("present", present).toString();
    }

    static String ack(Receipt receipt) {
        return JsonMessage.of("message.ack").with("clientId", receipt.clientId()).with("conversationId", receipt.conversationId())
            .with("seq", receipt.seq()).with("at", receipt.at()).toString();
    }

    static String message(MessageView message, AuthorKind reader) {
        return body(JsonMessage.of("message").with("conversationId", message.conversationId()), message, reader).toString();
    }

    /** The client id is included for the message's author only, and which agent wrote it for agents only. */
    private static JsonMessage.Builder body(JsonMessage.Builder json, MessageView message, AuthorKind reader) {
        UUID agent = reader == AuthorKind.AGENT && message.author() == AuthorKind.AGENT ? message.authorId() : null;
        return json.with("seq", message.seq()).with("kind", message.kind())
            .with("author", JsonMessage.object().with("kind", message.author()).with("name", message.authorName()).withIfAny("id", agent)
                .build())
            .with("text", message.text()).with("at", message.at())
            .withIfAny("clientId", message.author() == reader ? message.clientId() : null)
            .withJsonIfAny("card", message.card());
    }

    private static JsonArray bodies(List<MessageView> messages, AuthorKind reader) {
        return array(messages, m -> body(JsonMessage.object(), m, reader).build());
    }

    /** @param toldOrNull where the chat was missed */
    static String visitorMessages(MessagePage<VisitorChatView> messagePage, FallbackText.Told toldOrNull) {
        VisitorChatView chat = messagePage.chat();
        JsonMessage.Builder frame = sync(chat.id(), messagePage.items(), AuthorKind.VISITOR, chat.lastSeq()).with("state", chat.state())
            .withIfAny("reason", chat.reason()).with("visitorReadSeq", chat.visitorReadSeq()).with("agentReadSeq", chat.agentReadSeq());
        return (toldOrNull == null ? frame : told(frame, toldOrNull)).toString();
    }

    static String agentMessages(MessagePage<ConversationView> messagePage, NotePage notes, UUID reader) {
        ConversationView c = messagePage.chat();
        return NoteFrames.add(
            sync(c.id(), messagePage.items(), AuthorKind.AGENT, c.lastSeq()).with("state", c.state()).withIfAny("reason", c.reason())
                .with("visitorReadSeq", c.visitorReadSeq()).with("agentReadSeq", c.agentReadSeq()).with("conversation", conversation(c)),
            notes, reader).toString();
    }

    private static JsonMessage.Builder sync(UUID id, List<MessageView> items, AuthorKind reader, int lastSeq) {
        int last = items.isEmpty() ? lastSeq : Math.max(lastSeq, items.get(items.size() - 1).seq());
        return JsonMessage.of("messages").with("conversationId", id).with("messages", bodies(items, reader)).with("lastSeq", last);
    }

    static String ended(ChatEnded end) {
        return endedFrame(end).toString();
    }

    /** The answer to whoever ended the chat, with the client id of the frame that did. */
    static String ended(ChatEnded end, JsonMessage asked) {
        JsonMessage.Builder frame = endedFrame(end);
        asked.copyTexts(frame, "clientId");
        return frame.toString();
    }

    private static JsonMessage.Builder endedFrame(ChatEnded end) {
        return JsonMessage.of("chat.ended").with("conversationId", end.conversationId()).with("reason", end.reason()).with("at", end.at());
    }

    static String idle(ChatIdle idle) {
        return JsonMessage.of("chat.idle").with("conversationId", idle.conversationId()).with("lastSeq", idle.lastSeq())
            .with("endsAt", idle.endsAt()).with("now", idle.now()).toString();
    }

    static String typingToVisitor(boolean on) {
        return JsonMessage.of("typing").with("on", on).toString();
    }

    static String typingToAgent(UUID conversationId, boolean on) {
        return JsonMessage.of("typing").with("conversationId", conversationId).with("on", on).toString();
    }

    static String readToVisitor(int seq) {
        return JsonMessage.of("read").with("seq", seq).toString();
    }

    static String readToAgent(UUID conversationId, int seq, AuthorKind by) {
        return JsonMessage.of("read").with("conversationId", conversationId).with("seq", seq).with("by", by).toString();
    }

    static String agentWelcome(AccountView me, Person person, AvailabilityView availability, List<OfferView> offers,
        List<TransferView> transfers, List<ConversationView> conversations, List<WatchView> watches, int missed, int mentions,
        Instant now) {
        return JsonMessage.of("welcome").with("now", now).with("agent", agent(person))
            .with("availability", availability(JsonMessage.object(), availability).build())
            .with("offers", array(offers, o -> offer(JsonMessage.object(), o).build()))
            .with("transfers", array(transfers, TransferFrames::object))
            .with("conversations", array(conversations, SocketFrames::conversation))
            .with("watches", SupervisionFrames.watched(watches))
            .with("missed", JsonMessage.object().with("count", missed).build())
            .with("mentions", JsonMessage.object().with("count", mentions).build()).toString();
    }

    static String missed(int count) {
        return JsonMessage.of("missed").with("count", count).toString();
    }

    static String availability(AvailabilityView availability) {
        return availability(JsonMessage.of("availability"), availability).toString();
    }

    private static JsonMessage.Builder availability(JsonMessage.Builder json, AvailabilityView a) {
        JsonMessage.Builder frame = json.with("available", a.available()).with("source", a.source()).withIfAny("until", a.until())
            .withIfAny("ends", a.ends()).withIfAny("dayOff", a.dayOff());
        return a.next() == null ? frame : frame.with("next", a.next());
    }

    static String agents(List<AgentStatus> changed, Collection<UUID> gone) {
        JsonArrayBuilder agents = JSON.createArrayBuilder();
        changed.forEach(
            status -> agents.add(availability(JsonMessage.object().with("id", status.availability().agentId()).with("takesChats", true)
                .with("reachable", status.reachable()).with("chats", status.chats()).with("most", status.most()), status.availability())
                .build()));
        gone.forEach(id -> agents.add(JsonMessage.object().with("id", id).with("takesChats", false).build()));
        return JsonMessage.of("agents").with("agents", agents.build()).toString();
    }

    static String offer(OfferView offer) {
        return offer(JsonMessage.of("offer"), offer).toString();
    }

    private static JsonMessage.Builder offer(JsonMessage.Builder json, OfferView o) {
        return json.with("offerId", o.offerId()).with("conversationId", o.conversationId()).with("visitor", visitor(o.visitor()))
            .with("firstLine", o.firstLine()).with("expiresAt", o.expiresAt()).with("kind", o.kind())
            .withIfAny("note", o.note()).with("from", o.from() == null ? JsonValue.NULL
                : JsonMessage.object().with("id", o.from().id()).with("name", o.from().name()).build());
    }

    static String conversationFrame(ConversationView view) {
        return conversation(JsonMessage.of("conversation"), view).toString();
    }

    static JsonObject conversation(ConversationView view) {
        return conversation(JsonMessage.object(), view).build();
    }

    static JsonObject hit(SearchHit hit) {
        return conversation(JsonMessage.object(), hit.conversation()).with("excerpt", hit.excerpt()).build();
    }

    static JsonMessage.Builder conversation(JsonMessage.Builder json, ConversationView c) {
        JsonValue preview = c.preview() == null ? JsonValue.NULL : JsonMessage.object().with("text", c.preview().text())
            .with("author", c.preview().author()).with("at", c.preview().at())
            .with("agentId", c.preview().author() == AuthorKind.AGENT ? c.preview().authorId() : null).build();
        JsonValue agent = c.agent() == null ? JsonValue.NULL
            : JsonMessage.object().with("id", c.agent().id()).with("name", c.agent().name()).build();
        return json.with("id", c.id()).with("visitor", visitor(c.visitor())).with("state", c.state()).with("lastSeq", c.lastSeq())
            .with("unread", c.unread()).with("visitorReadSeq", c.visitorReadSeq()).with("agentReadSeq", c.agentReadSeq())
            .with("preview", preview).with("requestedAt", c.requestedAt()).with("lastActivityAt", c.lastActivityAt())
            .with("endedAt", c.endedAt()).with("reason", c.reason()).with("agent", agent).with("endedBy", c.endedBy())
            .with("wrapUp", c.wrapUp() == null ? JsonValue.NULL : WrapUpFrames.object(c.wrapUp()));
    }

    static String visitorChanged(UUID conversationId, VisitorView visitor) {
        return JsonMessage.of("visitor").with("conversationId", conversationId).with("visitor", visitor(visitor)).toString();
    }

    /**
     * For agents only, because it contains what the site and the CRM know. What the visitor's own browser sent is given separately, for
     * texts that are written to the visitor.
     */
    static JsonObject visitor(VisitorView v) {
        JsonMessage.Builder json = JsonMessage.object().with("id", v.id());
        JsonMessage.Builder sources = JsonMessage.object();
        v.shown().forEach((name, field) -> {
            json.with(name, field.value());
            sources.with(name, field.source());
        });
        JsonMessage.Builder attributes = JsonMessage.object();
        if (v.record() != null) {
            v.record().attributes().forEach(attributes::with);
        }
        JsonObject own = JsonMessage.object().with("name", v.name()).with("jobTitle", v.jobTitle()).with("email", v.email())
            .with("phone", v.phone())
            .with("company", v.company()).build();
        return json.with("page", v.page()).with("locale", v.locale()).with("timeZone", v.timeZone()).with("verified", v.verified())
            .with("sources", sources.build()).with("own", own).with("attributes", attributes.build()).with("join", v.join())
            .with("joined", v.isJoined())
            .with("others", v.record() == null ? 0 : v.record().visitors() - 1).build();
    }

    static <T> JsonArray array(Collection<T> items, Function<T, JsonObject> toJson) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        items.forEach(item -> array.add(toJson.apply(item)));
        return array.build();
    }
}
