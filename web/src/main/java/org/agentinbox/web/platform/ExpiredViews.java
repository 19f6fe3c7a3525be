package org.agentinbox.web.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;

/** Reloads a page whose state is gone, after a long break or a restart, with a note, instead of showing an error page. */
class ExpiredViews extends ExceptionHandlerWrapper {

    ExpiredViews(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        for (Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext();) {
            if (events.next().getContext().getException() instanceof ViewExpiredException expired) {
                events.remove();
                loadAgain(FacesContext.getCurrentInstance(), expired.getViewId());
                return;
            }
        }
        getWrapped().handle();
    }

    private static void loadAgain(FacesContext context, String viewId) {
        ExternalContext external = context.getExternalContext();
        try {
            String path = external.getRequestContextPath() + viewId.replaceFirst("\\.xhtml$", "");
            external.redirect(path + "?" + query(external.getRequestHeaderMap().get("Referer"), path) + "expired=true");
            context.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the query of the page's address, such as whose settings are shown, so that the same page is loaded again. */
    static String query(String referrer, String path) {
        try {
            URI page = new URI(referrer == null ? "" : referrer);
            String query = path.equals(page.getRawPath()) && page.getRawQuery() != null ? page.getRawQuery() : "";
            return Arrays.stream(query.split("&")).filter(part -> !part.isEmpty() && !part.startsWith("expired=")).map(part -> part + "&")
                .collect(Collectors.joining());
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
