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

/** A page whose state is gone, after a long break or a restart, is loaded again with a note; an error page would help nobody. */
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

    /** What the page was opened with, such as whose settings they are: without it, the page that comes back would be another one. */
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
