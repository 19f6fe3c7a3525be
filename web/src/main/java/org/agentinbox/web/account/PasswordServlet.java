package org.agentinbox.web.account;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.SignedIn;
import org.agentinbox.account.TryLaterException;
import org.agentinbox.account.WeakPasswordException;
import org.agentinbox.platform.RefusedException;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Takes the form that changes one's own password. */
@WebServlet("/password-change")
public class PasswordServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient AccountService accounts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignedIn signedIn = (SignedIn) request.getAttribute(SignInAuthentication.SIGNED_IN);
        String must = signedIn.account().mustChangePassword() ? "&must=true" : "";
        String page = request.getContextPath() + "/password?problem=";
        if (!Objects.equals(request.getParameter("password"), request.getParameter("repeat"))) {
            response.sendRedirect(page + "repeat" + must);
            return;
        }
        try {
            accounts.changePassword(request.getParameter("current"), request.getParameter("password"), signedIn.id());
            response.sendRedirect(request.getContextPath() + "/");
        } catch (RefusedException e) {
            response.sendRedirect(page + problem(e) + must);
        }
    }

    private static String problem(RefusedException e) {
        if (e instanceof TryLaterException later) {
            return "wait&seconds=" + SignInAnswer.seconds(later.remaining());
        }
        if (e instanceof WeakPasswordException weak) {
            return weak.problem().name().toLowerCase(Locale.ROOT);
        }
        return switch (e.refusal()) {
            case WRONG_PASSWORD -> "wrong";
            case BUSY -> "busy";
            default -> throw e;
        };
    }
}
