package org.agentinbox.web.routing;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.List;

import org.agentinbox.routing.ToldStep;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;

/** The story of a request as JSON. */
final class StoryJson {

    private StoryJson() {}

    static Response answer(List<ToldStep> steps) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        steps.forEach(told -> {
            JsonObjectBuilder json = JSON.createObjectBuilder(told.step().json());
            if (told.at() != null) {
                json.add("at", told.at().toString());
            }
            array.add(json);
        });
        return Response.ok(JsonMessage.object().with("steps", array.build()).toString()).header("Cache-Control", "private, no-store")
            .build();
    }
}
