package org.agentinbox.web.cluster;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.web.hint.Audience;
import org.agentinbox.web.hint.Hint;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;

/**
 * Hints as text, for other nodes. These may have another version of the product: what a node does not know, it ignores. So a kind of hint
 * whose meaning changes gets a new name, and members are only added.
 */
final class HintText {

    private static final String FRAME = "frame";
    private static final String EXCEPT = "except";

    private HintText() {}

    static String of(Hint hint) {
        if (hint instanceof Hint.SignInsEnded ended) {
            return JsonMessage.of("signInsEnded").with("ids", array(ended.signInIds())).toString();
        }
        Hint.Frame frame = (Hint.Frame) hint;
        return audience(frame.audience()).with(FRAME, frame.frame()).with("toAsker", frame.toAsker()).toString();
    }

    private static JsonMessage.Builder audience(Audience audience) {
        if (audience instanceof Audience.Visitor visitor) {
            return JsonMessage.of("visitor").with("id", visitor.visitorId());
        } else if (audience instanceof Audience.Agent agent) {
            return JsonMessage.of("agent").with("id", agent.agentId());
        } else if (audience instanceof Audience.AgentViewing viewing) {
            return JsonMessage.of("agentViewing").with("id", viewing.agentId()).with("conversationId", viewing.conversationId());
        } else if (audience instanceof Audience.OthersViewing others) {
            return JsonMessage.of("othersViewing").with("conversationId", others.conversationId()).with("everybody", others.everybody())
                .with(EXCEPT, array(others.except()));
        }
        return JsonMessage.of("watching").with("conversationId", ((Audience.Watching) audience).conversationId());
    }

    private static JsonArray array(Set<UUID> ids) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        ids.forEach(id -> array.add(id.toString()));
        return array.build();
    }

    /** @return the hint; empty where this version does not understand the text */
    static Optional<Hint> read(String text) {
        try {
            JsonMessage message = JsonMessage.parse(text);
            if ("signInsEnded".equals(message.type())) {
                return Optional.of(new Hint.SignInsEnded(message.ids("ids")));
            }
            return audience(message).flatMap(audience -> frame(message, audience));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Hint> frame(JsonMessage message, Audience audience) {
        return Optional.ofNullable(message.text(FRAME)).map(text -> new Hint.Frame(audience, text, message.flagIfAny("toAsker")));
    }

    private static Optional<Audience> audience(JsonMessage message) {
        return Optional.ofNullable(switch (message.type()) {
            case "visitor" -> new Audience.Visitor(message.id("id"));
            case "agent" -> new Audience.Agent(message.id("id"));
            case "agentViewing" -> new Audience.AgentViewing(message.id("id"), message.id("conversationId"));
            case "othersViewing" -> new Audience.OthersViewing(message.id("conversationId"), message.flag("everybody"),
                message.ids(EXCEPT));
            case "watching" -> new Audience.Watching(message.id("conversationId"));
            default -> null;
        });
    }
}
