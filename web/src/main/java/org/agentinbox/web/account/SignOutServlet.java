package org.agentinbox.web.account;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import org.agentinbox.account.SignInService;
import org.agentinbox.account.oidc.ProviderService;
import org.agentinbox.platform.Settings;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

/** Signs out: the sign-in, what hangs on it (open sockets) and the session's view state all end, and where a
 * provider knows how, the person's session there. */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient SignInService service;
    @EJB
    private transient ProviderService providers;
    @Inject
    private transient Settings settings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<URI> provider = providers.signOutAt(SignInCookie.token(request).orElse(null),
            ProviderAddress.of(request, settings, "/signin"));
        SignInCookie.token(request).ifPresent(service::signOut);
        SignInCookie.clear(request, response);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if (provider.isPresent()) {
            goOn(response, provider.get());
        } else {
            response.sendRedirect(request.getContextPath() + "/signin");
        }
    }

    /** No redirect: browsers hold those that follow a form to the policy's {@code form-action}. */
    private static void goOn(HttpServletResponse response, URI provider) throws IOException {
        response.setHeader("Refresh", "0;url=" + provider);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write("\u2026");
    }
}
