package org.agentinbox.web.activity;

import static org.agentinbox.platform.JsonApi.JSON;

import org.agentinbox.activity.ActivityView;
import org.agentinbox.conversation.Page;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** An activity history as clients get it. */
public final class ActivityJson {

    private ActivityJson() {}

    /**
     * @param page of a history
     * @return an object with it
     */
    public static String page(Page<ActivityView> page) {
        JsonArrayBuilder activities = JSON.createArrayBuilder();
        page.items().forEach(activity -> activities.add(json(activity)));
        return JsonMessage.object().with("activities", activities.build()).with("next", page.next()).toString();
    }

    private static JsonObject json(ActivityView activity) {
        return JsonMessage.object().with("id", activity.id()).with("type", activity.type()).with("at", activity.at())
            .with("detail", activity.detail())
            .with("conversationId", activity.conversationId()).build();
    }
}
