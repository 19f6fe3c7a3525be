package org.agentinbox.routing;

import static org.agentinbox.platform.JsonApi.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * A step of the story of a request.
 *
 * @param kind what it is about
 * @param verdict what was found; its possible values depend on the kind (ear/src/docs/rules.md#why)
 * @param data further members, such as the names that things had then; never anything that the visitor wrote
 */
public record RoutingStep(StepKind kind, String verdict, JsonObject data) {

    static RoutingStep of(StepKind kind, Object verdict, JsonObjectBuilder data) {
        return new RoutingStep(kind, verdict.toString(), data.build());
    }

    /** @return it as one object */
    public JsonObject json() {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("kind", kind.name()).add("verdict", verdict);
        data.forEach(json::add);
        return json.build();
    }

    static RoutingStep parse(JsonObject json) {
        JsonObjectBuilder data = JSON.createObjectBuilder();
        json.forEach((name, value) -> {
            if (!name.equals("kind") && !name.equals("verdict")) {
                data.add(name, value);
            }
        });
        return new RoutingStep(StepKind.valueOf(json.getString("kind")), json.getString("verdict"), data.build());
    }
}
