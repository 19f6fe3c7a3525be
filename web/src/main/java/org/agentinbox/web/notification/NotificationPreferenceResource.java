package org.agentinbox.web.notification;

import java.util.Locale;

import org.agentinbox.notification.NotificationPreference;
import org.agentinbox.notification.NotificationPreferences;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How the caller's inbox sounds. */
@Path("/notification-preference")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotificationPreferenceResource {

    @EJB
    private NotificationPreferences preferences;

    /** @return what the caller chose, or the default */
    @GET
    public String mine() {
        return json(preferences.mine());
    }

    /**
     * @param body {@code sound} and {@code volume}
     * @return the new preference
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public String choose(String body) {
        JsonMessage wanted = JsonMessage.body(body);
        return json(preferences.choose(wanted.text("sound"), wanted.count("volume")));
    }

    private static String json(NotificationPreference preference) {
        return JsonMessage.object().with("sound", preference.sound().name().toLowerCase(Locale.ROOT)).with("volume", preference.volume())
            .toString();
    }
}
