package org.agentinbox.web.platform;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Makes {@link ExpiredViews} and {@link ForgedRequests}, one of each for each request. */
public class ExpiredViewsFactory extends ExceptionHandlerFactory {

    /** @param wrapped Faces' own */
    public ExpiredViewsFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new ExpiredViews(new ForgedRequests(getWrapped().getExceptionHandler()));
    }
}
