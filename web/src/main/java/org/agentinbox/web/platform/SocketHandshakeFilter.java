package org.agentinbox.web.platform;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.agentinbox.platform.Settings;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Refuses a handshake before it becomes a socket: from a page of another origin (403), without a sign-in (401), without the role (403).
 * Browsers set the Origin header themselves and do not let pages change it (RFC 6455, section 10.2).
 */
@WebFilter("/ws/*")
public class SocketHandshakeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    /** The role that a socket requires, by path; other sockets are open to all. */
    private static final Map<String, String> ROLES = Map.of("/ws/agent", "LIVE_AGENT", "/ws/admin", "SALES_ADMIN", "/ws/now",
        "LIVE_AGENT");

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
        Optional<String> role = ROLES.entrySet().stream().filter(entry -> request.getServletPath().startsWith(entry.getKey()))
            .map(Map.Entry::getValue).findFirst();
        boolean isOpen = role.isEmpty();
        Optional<String> origin = Optional.ofNullable(request.getHeader("Origin"));
        boolean sameOrigin = origin.map(o -> isOwn(o, request.getHeader("Host"))).orElse(false);
        boolean allowed = sameOrigin || isOpen && origin.map(settings.allowedOrigins()::contains).orElse(false);
        if (isOpen) {
            // Browsers do not tell scripts why a handshake failed. The widget therefore sends a plain request, to tell an origin that is
            // not allowed from a lost connection.
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
        if (!allowed) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "This origin is not allowed.");
        } else if (!isOpen && request.getUserPrincipal() == null) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Sign in first.");
        } else if (!isOpen && !request.isUserInRole(role.get())) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "This account has not the role " + role.get() + ".");
        } else if (isOpen && request.getHeader("Upgrade") == null) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Answers with plain text instead of an error page, because programs ask here, and often. */
    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(why);
    }

    /** @return whether this is the origin of the requested host */
    public static boolean isOwn(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
