package org.agentinbox.web.account;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.agentinbox.account.SignInService;
import org.agentinbox.account.SignedIn;
import org.agentinbox.account.oidc.ProviderService;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells the container who calls, by the sign-in cookie (Jakarta Security). The sign-in is a row in the database, not an HTTP
 * session, so it survives restarts and holds on every node; the principal's name is the account's id.
 */
@ApplicationScoped
public class SignInAuthentication implements HttpAuthenticationMechanism {

    /** The request attribute that holds the {@link SignedIn}. */
    static final String SIGNED_IN = SignedIn.class.getName();

    @EJB
    private SignInService service;
    @EJB
    private ProviderService providers;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
        throws AuthenticationException {
        if (!context.isProtected() && request.getServletPath().startsWith("/assets/")) {
            // What pages are made of is the same for everybody: no need to ask the database who it is.
            return context.doNothing();
        }
        Optional<SignedIn> signedIn = SignInCookie.token(request).flatMap(service::find);
        if (signedIn.isPresent()) {
            request.setAttribute(SIGNED_IN, signedIn.get());
            return context.notifyContainerAboutLogin(new CallerPrincipal(signedIn.get().account().id().toString()),
                signedIn.get().roles());
        }
        return context.isProtected() ? askToSignIn(request, response, context) : context.doNothing();
    }

    private AuthenticationStatus askToSignIn(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
        throws AuthenticationException {
        if (request.getHeader("Faces-Request") != null) {
            return faces(request, response);
        }
        Optional<String> provider = isNavigation(request) ? providers.only() : Optional.empty();
        return context.redirect(request.getContextPath() + provider.map(only -> "/oidc/start?provider=" + only + "&").orElse("/signin?")
            + wanted(request));
    }

    /**
     * Only who goes to a page is led to a provider at once. The sign-in page itself is always shown, so that whoever has signed out, or was
     * refused, is not led around in circles.
     */
    private static boolean isNavigation(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return "GET".equals(request.getMethod()) && (mode == null || "navigate".equals(mode));
    }

    private static String wanted(HttpServletRequest request) {
        boolean isPage = "GET".equals(request.getMethod());
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String wanted = isPage ? request.getRequestURI() + query : request.getContextPath() + "/";
        return "return=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    /** A part of a page was asked for by script: only an answer of Faces' own kind makes that script go elsewhere. */
    private static AuthenticationStatus faces(HttpServletRequest request, HttpServletResponse response) throws AuthenticationException {
        try {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter().write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                + request.getContextPath() + "/signin?" + wanted(request) + "\"/></partial-response>");
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }
}
