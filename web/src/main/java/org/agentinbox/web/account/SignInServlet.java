package org.agentinbox.web.account;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.agentinbox.account.SignInResult;
import org.agentinbox.account.SignInService;
import org.agentinbox.platform.Settings;
import org.agentinbox.web.platform.ReturnUrl;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Takes the sign-in form. A plain post without view state, so that a sign-in page left open overnight still works. */
@WebServlet("/sign-in")
public class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient SignInService service;
    @Inject
    private transient Settings settings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String wanted = ReturnUrl.local(request);
        SignInResult result = service.signIn(request.getParameter("userName"), request.getParameter("password"), request.getRemoteAddr(),
            request.getHeader("User-Agent"));
        if (result instanceof SignInResult.Success success) {
            SignInCookie.set(request, response, success.token(), settings.signInDuration());
            response.sendRedirect(wanted);
        } else if (result instanceof SignInResult.Wait wait) {
            retry(request, response, wanted, "wait&seconds=" + seconds(wait.remaining()));
        } else {
            retry(request, response, wanted, "wrong");
        }
    }

    private static long seconds(Duration remaining) {
        return Math.max(1, remaining.plusMillis(999).toSeconds());
    }

    private static void retry(HttpServletRequest request, HttpServletResponse response, String wanted, String problem) throws IOException {
        response.sendRedirect(request.getContextPath() + "/signin?return=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
            + "&problem=" + problem);
    }
}
