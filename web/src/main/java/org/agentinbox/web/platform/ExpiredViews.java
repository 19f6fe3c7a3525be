package org.agentinbox.web.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

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
            external.redirect(external.getRequestContextPath() + viewId.replaceFirst("\\.xhtml$", "") + "?expired=true");
            context.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
