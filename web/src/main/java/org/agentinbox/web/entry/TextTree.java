package org.agentinbox.web.entry;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.List;
import java.util.Locale;

import org.agentinbox.entry.FormattedText;
import org.agentinbox.entry.TextNode;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** A formatted text as JSON, of which the widget makes elements. */
public final class TextTree {

    private TextTree() {}

    /** @return the nodes of a text, as openapi.yaml describes them */
    public static JsonArray of(String text) {
        return array(FormattedText.parse(text));
    }

    private static JsonArray array(List<TextNode> nodes) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        nodes.forEach(node -> array.add(object(node)));
        return array.build();
    }

    private static JsonObject object(TextNode node) {
        JsonMessage.Builder json = JsonMessage.object().with("type", node.kind().name().toLowerCase(Locale.ROOT))
            .withIfAny("text", node.text()).withIfAny("href", node.href());
        if (node.ordered()) {
            json.with("ordered", true);
        }
        return (node.children().isEmpty() ? json : json.with("children", array(node.children()))).build();
    }
}
