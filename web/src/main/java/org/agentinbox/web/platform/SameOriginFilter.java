package org.agentinbox.web.platform;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses requests that change something where another site's page set them off. The cookie keeps other sites out already
 * (SameSite); this also keeps out another origin of our own site. A program that sends no Origin has no page behind it.
 */
@Provider
public class SameOriginFilter implements ContainerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        String origin = request.getHeader("Origin");
        // With a visitor's token the act is that visitor's, whatever cookies there are; VisitorCorsFilter has seen to the origin.
        boolean byToken = VisitorCorsFilter.isForVisitors(context) && VisitorCorsFilter.token(request).isPresent();
        if (!byToken && !READS.contains(request.getMethod()) && origin != null
            && !SocketHandshakeFilter.isOwn(origin, request.getHeader("Host"))) {
            context.abortWith(ProblemMapper.problem(403, "NOT_ALLOWED", "This origin is not allowed."));
        }
    }
}
