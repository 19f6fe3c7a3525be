package org.agentinbox.web.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Refuses forms and requests for parts of pages that no page of ours has sent: they lack the nonce of a page's content security policy,
 * which PrimeFaces adds to what its scripts and forms send. By itself it calls that an error of the server, with a trace in the log. It
 * also checks that the nonce is that of the form's page ({@link ForgedRequests}).
 */
@WebFilter(servletNames = "faces")
public class PageNonceFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String PARTIAL = "partial/ajax";
    private static final String FACES_REQUEST = "Faces-Request";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
        boolean isOfPage = request.getParameter("jakarta.faces.ViewState") != null || PARTIAL.equals(request.getHeader(FACES_REQUEST))
            || PARTIAL.equals(request.getParameter(FACES_REQUEST));
        if (isOfPage && !isNonce(request.getParameter("primefaces.nonce"))) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** In PrimeFaces' form: a UUID in Base64. */
    private static boolean isNonce(String text) {
        try {
            return text != null && UUID.fromString(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8)) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
