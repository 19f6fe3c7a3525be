package org.agentinbox.web.platform;

import java.util.Optional;
import java.util.regex.Pattern;

import org.agentinbox.platform.Settings;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets the widget call the REST resources for visitors, from pages of the origins that may also open the visitors' socket
 * ({@link SocketHandshakeFilter}). Visitors are authenticated by a token in the request and never by a cookie, so no other page can act for
 * them.
 */
@Provider
@PreMatching
public class VisitorCorsFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Pattern FOR_VISITORS = Pattern.compile("calendars/[^/]+/slots|meetings(?:/[^/]+)?|entries/[^/]+");

    @Context
    private HttpServletRequest request;
    @Inject
    private Settings settings;

    @Override
    public void filter(ContainerRequestContext context) {
        Optional<String> origin = foreign();
        if (!isForVisitors(context) || origin.isEmpty()) {
            return;
        }
        if (!settings.allowedOrigins().contains(origin.get())) {
            context.abortWith(ProblemMapper.problem(403, "NOT_ALLOWED", "This origin is not allowed."));
        } else if ("OPTIONS".equals(request.getMethod())) {
            context.abortWith(Response.noContent().header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
                .header("Access-Control-Allow-Headers", "authorization, content-type").header("Access-Control-Max-Age", "600").build());
        }
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (isForVisitors(context)) {
            response.getHeaders().add("Vary", "Origin");
            foreign().filter(settings.allowedOrigins()::contains).ifPresent(origin -> {
                response.getHeaders().putSingle("Access-Control-Allow-Origin", origin);
                response.getHeaders().putSingle("Access-Control-Expose-Headers", "Retry-After");
                response.getHeaders().putSingle("Cross-Origin-Resource-Policy", "cross-origin");
            });
        }
    }

    private Optional<String> foreign() {
        return Optional.ofNullable(request.getHeader("Origin"))
            .filter(origin -> !SocketHandshakeFilter.isOwn(origin, request.getHeader("Host")));
    }

    /** @return whether visitors may call this resource; somebody who is signed in may call it too */
    static boolean isForVisitors(ContainerRequestContext context) {
        return FOR_VISITORS.matcher(context.getUriInfo().getPath(false).replaceFirst("^/", "")).matches();
    }

    /** @return the token that a visitor sent */
    public static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization")).filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
            .map(value -> value.substring(7).strip());
    }
}
