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

/** Who has a password that serves for one sign-in gets nowhere before it is changed. */
@WebFilter("/*")
public class PasswordChangeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern PHOTO = Pattern.compile("/api/v1/agents/[^/]+/photo");
    private static final Set<String> OPEN = Set.of("/password", "/password-change", "/sign-out", "/preferences", "/signin", "/sign-in");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
        SignedIn signedIn = (SignedIn) request.getAttribute(SignInAuthentication.SIGNED_IN);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean isPart = path.startsWith("/assets/") || path.startsWith("/jakarta.faces.resource/") || PHOTO.matcher(path).matches();
        if (signedIn == null || !signedIn.account().mustChangePassword() || OPEN.contains(path) || isPart) {
            chain.doFilter(request, response);
        } else if (path.startsWith("/api/") || path.startsWith("/ws/")) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write("Change the password first.");
        } else {
            response.sendRedirect(request.getContextPath() + "/password?must=true");
        }
    }
}
