package org.agentinbox.web.account;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.agentinbox.account.oidc.ProviderAnswer;
import org.agentinbox.account.oidc.ProviderRedirect;
import org.agentinbox.account.oidc.ProviderService;
import org.agentinbox.platform.Settings;
import org.agentinbox.web.platform.OwnCookie;
import org.agentinbox.web.platform.ReturnUrl;

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

    @EJB
    private transient ProviderService service;
    @Inject
    private transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(ProviderAddress.CALLBACK)) {
            complete(request, response);
        } else {
            begin(request, response);
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String named = request.getParameter("provider");
        String provider = named != null ? named : service.ofIssuer(request.getParameter("iss")).orElse(null);
        String wanted = ReturnUrl.local(request);
        Optional<ProviderRedirect> redirect = service.begin(provider, wanted,
            ProviderAddress.of(request, settings, ProviderAddress.CALLBACK));
        if (redirect.isEmpty()) {
            problem(request, response, "unreachable", wanted);
            return;
        }
        ATTEMPT.write(request, response, redirect.get().attempt(), LIFE);
        response.sendRedirect(redirect.get().address().toString());
    }

    private void complete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> answer = request.getParameterMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, parameter -> parameter.getValue()[0]));
        ProviderAnswer ended = service.complete(answer, ATTEMPT.read(request).orElse(null),
            ProviderAddress.of(request, settings, ProviderAddress.CALLBACK), SignInAnswer.client(request));
        ATTEMPT.write(request, response, "", Duration.ZERO);
        if (ended.success() == null) {
            problem(request, response, ended.problem().word(), ended.wanted() == null ? request.getContextPath() + "/" : ended.wanted());
        } else {
            SignInAnswer.enter(request, response, ended.success(), settings.signInDuration(), ended.wanted());
        }
    }

    private static void problem(HttpServletRequest request, HttpServletResponse response, String word, String wanted) throws IOException {
        response.sendRedirect(request.getContextPath() + "/signin?return=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
            + "&problem=provider-" + word);
    }
}
