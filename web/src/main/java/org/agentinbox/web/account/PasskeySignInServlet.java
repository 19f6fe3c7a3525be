package org.agentinbox.web.account;

import java.io.IOException;
import java.util.Optional;

import org.agentinbox.account.SignInResult;
import org.agentinbox.account.SignInService;
import org.agentinbox.account.SignedIn;
import org.agentinbox.account.passkey.PasskeyService;
import org.agentinbox.platform.Settings;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Signs in by a passkey: a GET tells what the browser is to ask for, a form brings what the authenticator has signed. */
@WebServlet("/passkey-sign-in")
public class PasskeySignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient SignInService service;
    @EJB
    private transient PasskeyService passkeys;
    @Inject
    private transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<JsonObject> options = passkeys.signInOptions();
        if (options.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(options.get().toString());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignInResult result = service.signInByPasskey(request.getParameter("response"), SignInAnswer.client(request));
        SignedIn before = (SignedIn) request.getAttribute(SignInAuthentication.SIGNED_IN);
        if (result instanceof SignInResult.Success && before != null && before.passkeyRequired()) {
            // The sign-in by password has done what it was for.
            SignInCookie.token(request).ifPresent(service::signOut);
        }
        SignInAnswer.send(request, response, result, settings.signInDuration(), "passkey");
    }
}
