package org.agentinbox.web.conversation;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.agentinbox.now.NowAgent;
import org.agentinbox.now.NowChanges;
import org.agentinbox.now.NowChat;
import org.agentinbox.now.NowFigures;
import org.agentinbox.now.NowView;
import org.agentinbox.now.NowWaiting;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** The frames {@code now}, as asyncapi.yaml describes them. */
final class NowFrames {

    /** Rows of each kind in a frame: a page of 1,000 chats comes in frames that neither side has to hold back for. */
    private static final int ROWS = 200;

    private NowFrames() {}

    /**
     * @param fresh whether the page has nothing yet: the first frame says that what came before counts no more, the last that this is all
     * @return the frames to send; none where nothing has changed
     */
    static List<String> of(NowView view, NowChanges changes, boolean fresh) {
        if (changes.isEmpty() && !fresh) {
            return List.of();
        }
        int rows = IntStream.of(changes.agents().size(), changes.waiting().size(), changes.chats().size()).max().orElse(0);
        int count = Math.max(1, (rows + ROWS - 1) / ROWS);
        List<String> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JsonMessage.Builder frame = JsonMessage.of("now").with("at", view.at());
            if (i == 0 && fresh) {
                frame.with("fresh", true);
            }
            if (i < count - 1) {
                frame.with("more", true);
            }
            rows(frame, "agents", changes.agents(), i, NowFrames::agent);
            rows(frame, "waiting", changes.waiting(), i, NowFrames::waiting);
            rows(frame, "chats", changes.chats(), i, NowFrames::chat);
            if (i == 0) {
                gone(frame, "agentsGone", changes.agentsGone());
                gone(frame, "waitingGone", changes.waitingGone());
                gone(frame, "chatsGone", changes.chatsGone());
                if (changes.today() != null) {
                    frame.with("today", today(changes.today()));
                }
            }
            frames.add(frame.toString());
        }
        return frames;
    }

    private static <T> void rows(JsonMessage.Builder frame, String name, List<T> all, int part, Function<T, JsonObject> json) {
        List<T> rows = all.subList(Math.min(all.size(), part * ROWS), Math.min(all.size(), (part + 1) * ROWS));
        if (!rows.isEmpty()) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            rows.forEach(row -> array.add(json.apply(row)));
            frame.with(name, array.build());
        }
    }

    private static void gone(JsonMessage.Builder frame, String name, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            frame.with(name, ids(ids));
        }
    }

    private static JsonArray ids(Collection<UUID> ids) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        ids.forEach(id -> array.add(id.toString()));
        return array.build();
    }

    private static JsonObject agent(NowAgent agent) {
        return JsonMessage.object().with("id", agent.id()).with("name", agent.name()).with("teams", ids(agent.teams()))
            .with("state", agent.state()).withIfAny("since", agent.since()).with("available", agent.availability().available())
            .with("source", agent.availability().source()).withIfAny("until", agent.availability().until())
            .with("next", agent.availability().next() == null ? JsonValue.NULL
                : agent.availability().next() ? JsonValue.TRUE : JsonValue.FALSE)
            .with("chats", agent.chats()).with("most", agent.most()).build();
    }

    private static JsonObject waiting(NowWaiting one) {
        JsonMessage.Builder json = JsonMessage.object().with("id", one.id()).withIfAny("visitor", one.visitor())
            .withIfAny("entry", one.entry()).withIfAny("team", one.team()).with("since", one.since());
        if (one.place() != null) {
            json.with("place", one.place());
        }
        return json.withIfAny("offeredTo", one.offeredTo()).withIfAny("offeredToName", one.offeredToName()).build();
    }

    private static JsonObject chat(NowChat chat) {
        return JsonMessage.object().with("id", chat.id()).withIfAny("visitor", chat.visitor()).with("agent", chat.agent())
            .with("agentName", chat.agentName()).withIfAny("entry", chat.entry()).with("since", chat.since())
            .withIfAny("unanswered", chat.unanswered()).build();
    }

    private static JsonObject today(NowFigures today) {
        JsonArrayBuilder hours = JSON.createArrayBuilder();
        today.hours().forEach(hour -> hours.add(JsonMessage.object().with("hour", hour.hour()).with("requested", hour.requested())
            .with("connected", hour.connected()).build()));
        return JsonMessage.object().with("requested", today.requested()).with("connected", today.connected())
            .with("missed", today.missed()).with("queued", today.queued()).with("left", today.left())
            .with("accept", millis(today.accept())).with("response", millis(today.response())).with("hours", hours.build()).build();
    }

    private static JsonValue millis(Long value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value);
    }
}
