package org.agentinbox.web.platform;

import java.util.Iterator;

import org.primefaces.csp.CspException;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletResponse;

/** Refuses what was sent with another nonce than that of its page, see {@link PageNonceFilter}. */
class ForgedRequests extends ExceptionHandlerWrapper {

    ForgedRequests(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        boolean forged = false;
        for (Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext();) {
            if (events.next().getContext().getException() instanceof CspException) {
                events.remove();
                forged = true;
            }
        }
        if (forged) {
            refuse(FacesContext.getCurrentInstance());
        }
        getWrapped().handle();
    }

    private static void refuse(FacesContext context) {
        HttpServletResponse response = (HttpServletResponse) context.getExternalContext().getResponse();
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        context.responseComplete();
    }
}
