package org.agentinbox.web.platform;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Tells visitors who ask too often to wait ({@link VisitorLimits}). */
@Provider
public class VisitorPace implements ContainerRequestFilter {

    @Context
    private HttpServletRequest request;
    @Inject
    private VisitorLimits limits;

    @Override
    public void filter(ContainerRequestContext context) {
        boolean tooFast = VisitorOrigins.isForVisitors(context) && VisitorOrigins.token(request).filter(token -> !limits.allows(request, token)).isPresent();
        if (tooFast) {
            context.abortWith(Response.fromResponse(Problems.problem(VisitorLimits.TOO_MANY_REQUESTS, "TOO_FAST", "Too many requests: wait a little and send it again."))
                .header("Retry-After", VisitorLimits.RETRY_AFTER).build());
        }
    }
}
