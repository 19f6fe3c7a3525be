package org.agentinbox.web.entry;

import org.agentinbox.entry.EntryContent;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;

/** What the editor of entries shows beside the form: the widget of the entry as it is typed, and what pages of the customer need. */
@Named
@RequestScoped
public class EntryPreview {

    @Inject
    private Settings settings;

    /** @return the entry as the widget is told, in both languages; null where it could not be stored as it is */
    public String of(EntryForm form) {
        try {
            EntryContent content = form.content();
            return JsonMessage.object().with("en", body(form, content, "en")).with("ko", body(form, content, "ko")).toString();
        } catch (RefusedException e) {
            return null;
        }
    }

    private JsonObject body(EntryForm form, EntryContent content, String language) {
        JsonMessage.Builder json = JsonMessage.object();
        EntryBody.of(content, language, settings.messageMaxLength()).forEach(json::with);
        return json.with("takesMessages", form.isTakesMessages()).build();
    }

    /** @return the tag for pages of the entry */
    public String tag(EntryForm form) {
        String key = form.getKey() == null ? "" : form.getKey();
        return "<script src=\"" + origin() + request().getContextPath() + "/widget.js\" data-entry=\""
            + key.replace("&", "&amp;").replace("\"", "&quot;") + "\" async></script>";
    }

    /** @return what a Content-Security-Policy of these pages must allow */
    public String getPolicy() {
        String origin = origin();
        return "script-src " + origin + ";\nconnect-src " + origin + " " + origin.replaceFirst("^http", "ws") + ";\nimg-src " + origin;
    }

    private static String origin() {
        HttpServletRequest request = request();
        int usual = request.isSecure() ? 443 : 80;
        return request.getScheme() + "://" + request.getServerName()
            + (request.getServerPort() == usual ? "" : ":" + request.getServerPort());
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
