package org.agentinbox.web.platform;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Refuses forms that another site's page sent: signing somebody in as somebody else takes no cookie, so {@code SameSite} does not stop it.
 * A program that sends no Origin has no page behind it. REST and sockets decide by themselves ({@link SameOriginFilter},
 * {@link VisitorCorsFilter}, {@link SocketHandshakeFilter}): visitors' requests come from other sites.
 */
@WebFilter("/*")
public class FormOriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    /** Of the request: tells the error page why. */
    private static final String REFUSED = "agentinbox.foreignOrigin";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        String path = request.getServletPath();
        // A portal begins a sign-in by a link or a form (OpenID Connect Core, section 4); neither does more than lead to a provider.
        boolean decidesItself = path.startsWith("/api/") || path.startsWith("/ws/") || path.equals("/oidc/start");
        if (decidesItself || READS.contains(request.getMethod()) || origin == null
            || SocketHandshakeFilter.isOwn(origin, request.getHeader("Host"))) {
            chain.doFilter(request, response);
        } else {
            request.setAttribute(REFUSED, true);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
