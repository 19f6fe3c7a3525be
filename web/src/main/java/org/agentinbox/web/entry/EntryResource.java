package org.agentinbox.web.entry;

import java.util.List;

import org.agentinbox.entry.EntryContent;
import org.agentinbox.entry.EntryText;
import org.agentinbox.entry.FormField;
import org.agentinbox.entry.LocalText;
import org.agentinbox.entry.WidgetEntries;
import org.agentinbox.platform.Settings;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What the widget shows of an entry: its form, its texts and its colour. */
@Path("/entries")
@RequestScoped
public class EntryResource {

    /** For so many seconds a page may go on with what it has. */
    private static final int FRESH = 60;

    @EJB
    private WidgetEntries entries;
    @Inject
    private Settings settings;

    /**
     * @param key of the entry
     * @param language {@code en} or {@code ko}; English where it is another one
     * @return the entry in this language; {@code default} where there is no such entry or it is off
     */
    @GET
    @Path("/{key}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response entry(@PathParam("key") String key, @QueryParam("language") String language) {
        EntryContent content = entries.content(key);
        JsonMessage.Builder texts = JsonMessage.object();
        for (EntryText which : EntryText.values()) {
            texts.withIfAny(which.member(), content.text(which).in(language));
        }
        String body = JsonMessage.object().with("form", form(content.form(), language)).withIfAny("consent", content.consent().in(language))
            .withIfAny("privacyLink", content.privacyLink()).with("texts", texts.build()).withIfAny("accent", content.accent())
            .with("left", content.left()).with("messageMaxLength", settings.messageMaxLength()).toString();
        return Response.ok(body).header("Cache-Control", "public, max-age=" + FRESH).build();
    }

    private static JsonArray form(List<FormField> form, String language) {
        JsonArrayBuilder array = JsonMessage.json().createArrayBuilder();
        form.forEach(field -> {
            JsonMessage.Builder json = JsonMessage.object().with("kind", field.kind()).with("required", field.required())
                .withIfAny("label", field.label().in(language));
            array.add((field.choices().isEmpty() ? json : json.with("choices", choices(field, language))).build());
        });
        return array.build();
    }

    private static JsonArray choices(FormField field, String language) {
        JsonArrayBuilder choices = JsonMessage.json().createArrayBuilder();
        field.choices().stream().map((LocalText choice) -> choice.in(language)).forEach(choices::add);
        return choices.build();
    }
}
