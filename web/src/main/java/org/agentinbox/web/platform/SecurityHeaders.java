package org.agentinbox.web.platform;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Security headers that restrict what pages may run, embed, and send to other sites. PrimeFaces adds a policy for scripts, with the
 * response's nonce, to every page; a browser obeys both policies.
 */
@WebFilter("/*")
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String PAGES = "connect-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; worker-src 'self'; "
        + "style-src-elem 'self'; style-src-attr 'unsafe-inline'; frame-src 'none'; object-src 'none'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.addHeader("Content-Security-Policy", PAGES);
        chain.doFilter(request, response);
    }
}
