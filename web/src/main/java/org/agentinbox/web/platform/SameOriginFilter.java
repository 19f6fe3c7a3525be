package org.agentinbox.web.platform;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses requests that change something and come from a page of another origin. The cookie's SameSite attribute keeps other sites out
 * already; this check also keeps out other origins of the same site. A request without an Origin header does not come from a page's script.
 */
@Provider
public class SameOriginFilter implements ContainerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        String origin = request.getHeader("Origin");
        // A request with a visitor's token acts for that visitor, whatever cookies it has; VisitorCorsFilter has checked its origin.
        boolean byToken = VisitorCorsFilter.isForVisitors(context) && VisitorCorsFilter.token(request).isPresent();
        if (!byToken && !READS.contains(request.getMethod()) && origin != null
            && !SocketHandshakeFilter.isOwn(origin, request.getHeader("Host"))) {
            context.abortWith(ProblemMapper.problem(403, "NOT_ALLOWED", "This origin is not allowed."));
        }
    }
}
