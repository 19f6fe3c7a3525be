package org.agentinbox.web.platform;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Headers that keep pages from running, embedding or leaking what they should not, and browsers from keeping what is somebody's. The policy
 * allows nothing but what it names. To pages PrimeFaces adds the nonce by which inline scripts of its own run: that takes the place of the
 * policy for scripts here.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String POLICY = "Content-Security-Policy";
    private static final String PAGES = "default-src 'none'; connect-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; "
        + "worker-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'; ";
    private static final String FRAMED = PAGES.replace("frame-ancestors 'none'", "frame-ancestors 'self'");
    private static final String FRAMING = PAGES + "frame-src 'self'; ";
    /** The page that pages of ours may frame, and the one that does. */
    private static final String PREVIEW = "/admin/entry-preview";
    private static final String EDITOR = "/admin/entries";
    private static final String SCRIPTS = "script-src 'self'";
    /** A year. Subdomains are not ours to decide about. */
    private static final String HTTPS_ONLY = "max-age=31536000";
    /** The same for everybody: what pages are made of, the widget, descriptions. REST says it itself, see {@link NoStoreFilter}. */
    private static final Pattern FOR_EVERYBODY = Pattern
        .compile("/(assets|demo|jakarta\\.faces\\.resource|api|ws)/.*|/[a-z-]+\\.(js|yaml)");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", HTTPS_ONLY);
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String policy = path.equals(PREVIEW) ? FRAMED : path.equals(EDITOR) ? FRAMING : PAGES;
        response.setHeader("X-Frame-Options", path.equals(PREVIEW) ? "SAMEORIGIN" : "DENY");
        response.setHeader(POLICY, policy + SCRIPTS);
        if (!FOR_EVERYBODY.matcher(path).matches()) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, path.startsWith("/ws/") ? response : new OnePolicy(response, policy));
    }

    /** Two policies would both be obeyed, and the one without the nonce would stop the scripts of the other. */
    private static final class OnePolicy extends HttpServletResponseWrapper {

        private final String policy;

        OnePolicy(HttpServletResponse response, String policy) {
            super(response);
            this.policy = policy;
        }

        @Override
        public void addHeader(String name, String value) {
            if (POLICY.equalsIgnoreCase(name) && value.startsWith(SCRIPTS)) {
                setHeader(POLICY, policy + value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
