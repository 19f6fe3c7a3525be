package org.agentinbox.web.account;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.agentinbox.account.SignInClient;
import org.agentinbox.account.SignInResult;
import org.agentinbox.web.platform.OwnCookie;
import org.agentinbox.web.platform.ReturnUrl;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What browsers are answered who have tried to sign in, by whatever means. */
final class SignInAnswer {

    /** Says that somebody has signed in here before; stays when they sign out. */
    private static final OwnCookie DEVICE = new OwnCookie("agentinbox-device", "Strict");
    /** As long as the service knows it, unless it is used again. */
    private static final Duration DEVICE_LIFE = Duration.ofDays(180);

    private SignInAnswer() {}

    static SignInClient client(HttpServletRequest request) {
        return new SignInClient(request.getRemoteAddr(), request.getHeader("User-Agent"), DEVICE.read(request).orElse(null));
    }

    /**
     * @param life of the cookie
     * @param wrong the problem that the page tells where nobody was signed in
     */
    static void send(HttpServletRequest request, HttpServletResponse response, SignInResult result, Duration life, String wrong)
        throws IOException {
        String wanted = ReturnUrl.local(request);
        if (result instanceof SignInResult.Success success) {
            enter(request, response, success, life, wanted);
            return;
        }
        response.sendRedirect(request.getContextPath() + "/signin?return=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
            + "&problem=" + problem(result, wrong));
    }

    /** Gives the browser its sign-in, and leads it to the path that was wanted. */
    static void enter(HttpServletRequest request, HttpServletResponse response, SignInResult.Success success, Duration life, String wanted)
        throws IOException {
        SignInCookie.set(request, response, success.token(), life);
        DEVICE.write(request, response, success.device(), DEVICE_LIFE);
        response.sendRedirect(wanted);
    }

    private static String problem(SignInResult result, String wrong) {
        if (result instanceof SignInResult.Wait wait) {
            return "wait&seconds=" + seconds(wait.remaining());
        }
        if (result instanceof SignInResult.Expired) {
            return "expired";
        }
        return result instanceof SignInResult.Busy ? "busy" : wrong;
    }

    /** @return whole seconds, at least one */
    static long seconds(Duration remaining) {
        return Math.max(1, remaining.plusMillis(999).toSeconds());
    }
}
