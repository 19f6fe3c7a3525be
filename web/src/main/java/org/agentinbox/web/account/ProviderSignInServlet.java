package org.agentinbox.web.account;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.agentinbox.account.oidc.ProviderAnswer;
import org.agentinbox.account.oidc.ProviderRedirect;
import org.agentinbox.account.oidc.ProviderService;
import org.agentinbox.platform.Settings;
import org.agentinbox.web.platform.OwnCookie;
import org.agentinbox.web.platform.ProviderRateLimits;
import org.agentinbox.web.platform.ReturnUrl;
import org.agentinbox.web.platform.TooManyException;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Sends browsers to an OpenID provider, named by {@code provider} or, where a portal begins the sign-in, by {@code iss} (OpenID Connect
 * Core, section 4), and takes them when they come back.
 */
@WebServlet({"/oidc/start", ProviderAddress.CALLBACK})
public class ProviderSignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    /** Comes back with a navigation that another site began, hence not {@code Strict}. */
    private static final OwnCookie ATTEMPT = new OwnCookie("agentinbox-oidc", "Lax");
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Pattern HINT = Pattern.compile("\\P{Cntrl}{1,255}");

    @EJB
    private transient ProviderService service;
    @Inject
    private transient Settings settings;
    @Inject
    private transient ProviderRateLimits limits;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean comesBack = request.getServletPath().equals(ProviderAddress.CALLBACK);
        try {
            limits.step(request);
        } catch (TooManyException e) {
            problem(request, response, "wait&seconds=" + e.retryAfter(), comesBack ? request.getContextPath() + "/" : wanted(request));
            return;
        }
        if (comesBack) {
            complete(request, response);
        } else {
            begin(request, response);
        }
    }

    /** A portal may use a form as well as a link. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(ProviderAddress.CALLBACK)) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            doGet(request, response);
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> provider = service.find(request.getParameter("provider"), request.getParameter("iss"));
        String wanted = wanted(request);
        if (provider.isEmpty()) {
            problem(request, response, "provider-unknown", wanted);
            return;
        }
        Optional<ProviderRedirect> redirect = service.begin(provider.get(), hint(request), wanted,
            ProviderAddress.of(request, settings, ProviderAddress.CALLBACK));
        if (redirect.isEmpty()) {
            problem(request, response, "provider-unreachable", wanted);
            return;
        }
        ATTEMPT.write(request, response, redirect.get().attempt(), LIFE);
        response.sendRedirect(redirect.get().address().toString());
    }

    /** Our pages say it by a path, portals by an address. */
    private String wanted(HttpServletRequest request) {
        String target = request.getParameter("target_link_uri");
        return target == null ? ReturnUrl.local(request)
            : ReturnUrl.ofTarget(request, target, ProviderAddress.of(request, settings, "/"));
    }

    private static String hint(HttpServletRequest request) {
        String hint = request.getParameter("login_hint");
        return hint != null && HINT.matcher(hint).matches() ? hint : null;
    }

    private void complete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> answer = request.getParameterMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, parameter -> parameter.getValue()[0]));
        ProviderAnswer ended = service.complete(answer, ATTEMPT.read(request).orElse(null),
            ProviderAddress.of(request, settings, ProviderAddress.CALLBACK), SignInAnswer.client(request));
        ATTEMPT.write(request, response, "", Duration.ZERO);
        if (ended.success() == null) {
            problem(request, response, "provider-" + ended.problem().word(),
                ended.wanted() == null ? request.getContextPath() + "/" : ended.wanted());
        } else {
            SignInAnswer.enter(request, response, ended.success(), settings.signInDuration(), ended.wanted());
        }
    }

    private static void problem(HttpServletRequest request, HttpServletResponse response, String word, String wanted) throws IOException {
        response.sendRedirect(request.getContextPath() + "/signin?return=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
            + "&problem=" + word);
    }
}
