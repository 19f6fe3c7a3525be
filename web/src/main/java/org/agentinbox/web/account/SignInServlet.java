package org.agentinbox.web.account;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.agentinbox.account.SignInClient;
import org.agentinbox.account.SignInResult;
import org.agentinbox.account.SignInService;
import org.agentinbox.platform.Settings;
import org.agentinbox.web.platform.OwnCookie;
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
    /** Says that somebody has signed in here before; stays when they sign out. */
    private static final OwnCookie DEVICE = new OwnCookie("agentinbox-device", "Strict");
    /** As long as the service knows it, unless it is used again. */
    private static final Duration DEVICE_LIFE = Duration.ofDays(180);

    @EJB
    private transient SignInService service;
    @Inject
    private transient Settings settings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String wanted = ReturnUrl.local(request);
        SignInResult result = service.signIn(request.getParameter("userName"), request.getParameter("password"),
            new SignInClient(request.getRemoteAddr(), request.getHeader("User-Agent"), DEVICE.read(request).orElse(null)));
        if (result instanceof SignInResult.Success success) {
            SignInCookie.set(request, response, success.token(), settings.signInDuration());
            DEVICE.write(request, response, success.device(), DEVICE_LIFE);
            response.sendRedirect(wanted);
        } else if (result instanceof SignInResult.Wait wait) {
            retry(request, response, wanted, "wait&seconds=" + seconds(wait.remaining()));
        } else if (result instanceof SignInResult.Expired) {
            retry(request, response, wanted, "expired");
        } else {
            retry(request, response, wanted, result instanceof SignInResult.Busy ? "busy" : "wrong");
        }
    }

    /** @return whole seconds, at least one */
    static long seconds(Duration remaining) {
        return Math.max(1, remaining.plusMillis(999).toSeconds());
    }

    private static void retry(HttpServletRequest request, HttpServletResponse response, String wanted, String problem) throws IOException {
        response.sendRedirect(request.getContextPath() + "/signin?return=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
            + "&problem=" + problem);
    }
}
