package org.agentinbox.web.account;

import java.io.IOException;

import org.agentinbox.account.SignedIn;
import org.agentinbox.account.TryLaterException;
import org.agentinbox.account.passkey.PasskeyService;
import org.agentinbox.platform.RefusedException;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Adds a passkey. First the password comes, and the browser is told what to ask the authenticator for: JSON, or 409 with the problem as the
 * page's address has it. Then a form brings what the authenticator has made.
 */
@WebServlet({"/passkey-add", "/passkey-add/options"})
public class PasskeyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient PasskeyService passkeys;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().endsWith("/options")) {
            begin(request, response);
        } else {
            finish(request, response);
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String options = passkeys.begin(request.getParameter("current")).toString();
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write(options);
        } catch (RefusedException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(problem(e));
        }
    }

    private void finish(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignedIn signedIn = (SignedIn) request.getAttribute(SignInAuthentication.SIGNED_IN);
        String page = request.getContextPath() + (signedIn.passkeyRequired() ? "/passkeys" : "/profile") + "?passkey=";
        try {
            passkeys.finish(request.getParameter("response"), request.getParameter("label"));
            response.sendRedirect(page + "added");
        } catch (RefusedException e) {
            response.sendRedirect(page + problem(e));
        }
    }

    private static String problem(RefusedException e) {
        if (e instanceof TryLaterException later) {
            return "wait&seconds=" + SignInAnswer.seconds(later.remaining());
        }
        return switch (e.refusal()) {
            case WRONG_PASSWORD -> "wrong";
            case BUSY -> "busy";
            case NOT_ALLOWED -> "full";
            case INVALID_FIELD, NOT_FOUND -> "failed";
            default -> throw e;
        };
    }
}
