package org.agentinbox.web.platform;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Answers 429 to visitors who send too many requests ({@link VisitorRateLimits}). */
@Provider
public class VisitorRateLimitFilter implements ContainerRequestFilter {

    @Context
    private HttpServletRequest request;
    @Inject
    private VisitorRateLimits limits;

    @Override
    public void filter(ContainerRequestContext context) {
        boolean tooFast = VisitorCorsFilter.isForVisitors(context)
            && VisitorCorsFilter.token(request).filter(token -> !limits.allows(request, token)).isPresent();
        if (tooFast) {
            context.abortWith(Response
                .fromResponse(ProblemMapper.problem(VisitorRateLimits.TOO_MANY_REQUESTS, "TOO_FAST",
                    "Too many requests: wait a little and send it again."))
                .header("Retry-After", VisitorRateLimits.RETRY_AFTER).build());
        }
    }
}
