package org.agentinbox.web.inbox;

import java.io.IOException;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.PartialViewContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Which parts of the inbox a request is for. The inbox renders its parts with its first response; later its script asks for those that have
 * changed, by Faces' partial rendering of a page that has nothing else (parts.xhtml). What nobody asked for is not loaded.
 */
@Named("parts")
@RequestScoped
public class AskedParts {

    @Inject
    private ConversationDetails details;

    private static PartialViewContext partial() {
        return FacesContext.getCurrentInstance().getPartialViewContext();
    }

    /**
     * @param id of a component
     * @return whether it is to be rendered: the request is for a whole page, or for this part
     */
    public boolean has(String id) {
        return !partial().isAjaxRequest() || isAskedFor(id);
    }

    /**
     * @param id of a component that stays empty in a whole page
     * @return whether the request is for this part
     */
    public boolean isAskedFor(String id) {
        return partial().isAjaxRequest() && partial().getRenderIds().contains(id);
    }

    /** Leads who opens the page of the parts itself to the inbox, which shows them. */
    public void showInInbox() throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        if (!partial().isAjaxRequest()) {
            ExternalContext external = context.getExternalContext();
            external.redirect(external.getRequestContextPath() + "/" + (details.getId() == null ? "" : "?c=" + details.getId()));
            context.responseComplete();
        }
    }
}
