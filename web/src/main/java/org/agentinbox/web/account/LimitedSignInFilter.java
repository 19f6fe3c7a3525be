package org.agentinbox.web.account;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

import org.agentinbox.account.SignedIn;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Leads whoever has to change a one-time password, or to show a passkey, to the page for that, and to no other. Where a passkey is missing,
 * the services refuse everything else by themselves, see {@link SignedIn#roles}.
 */
@WebFilter("/*")
public class LimitedSignInFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern PHOTO = Pattern.compile("/api/v1/agents/[^/]+/photo");
    private static final Set<String> PASSWORD = Set.of("/password", "/password-change", "/sign-out", "/preferences", "/signin", "/sign-in",
        "/passkey-sign-in", "/oidc/start", "/oidc/callback");
    private static final Set<String> PASSKEYS = Set.of("/passkeys", "/passkey-add", "/passkey-add/options", "/password",
        "/password-change", "/sign-out", "/preferences", "/signin", "/sign-in", "/passkey-sign-in", "/oidc/start", "/oidc/callback");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
        SignedIn signedIn = (SignedIn) request.getAttribute(SignInAuthentication.SIGNED_IN);
        if (signedIn == null) {
            chain.doFilter(request, response);
        } else if (signedIn.account().mustChangePassword()) {
            only(PASSWORD, "/password?must=true", "Change the password first.", request, response, chain);
        } else if (signedIn.passkeyRequired()) {
            only(PASSKEYS, "/passkeys", "Sign in with a passkey first.", request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void only(Set<String> open, String page, String why, HttpServletRequest request, HttpServletResponse response,
        FilterChain chain) throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean isPart = path.startsWith("/assets/") || path.startsWith("/jakarta.faces.resource/") || PHOTO.matcher(path).matches();
        if (open.contains(path) || isPart) {
            chain.doFilter(request, response);
        } else if (path.startsWith("/api/") || path.startsWith("/ws/")) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(why);
        } else {
            response.sendRedirect(request.getContextPath() + page);
        }
    }
}
