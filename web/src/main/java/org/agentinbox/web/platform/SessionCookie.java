package org.agentinbox.web.platform;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.CookieImpl;
import io.undertow.server.session.SessionConfig;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.SessionConfigWrapper;

/**
 * The cookie of the HTTP session, which holds the view state of forms: over HTTPS with the prefix of {@link OwnCookie}, so that nobody puts
 * their own session under somebody else's forms; over HTTP by its plain name.
 */
final class SessionCookie implements SessionConfig {

    /** Said here, since the server does not take it from {@code web.xml}. */
    private static final String SAME_SITE = "Lax";
    private static final String NAME = OwnCookie.PREFIX + "JSESSIONID";

    private final SessionConfig overHttp;

    private SessionCookie(SessionConfig overHttp) {
        this.overHttp = overHttp;
    }

    static void configure(DeploymentInfo deployment) {
        SessionConfigWrapper server = deployment.getSessionConfigWrapper();
        deployment.setSessionConfigWrapper((config, context) -> new SessionCookie(server == null ? config : server.wrap(config, context)));
    }

    @Override
    public void setSessionId(HttpServerExchange exchange, String sessionId) {
        if (exchange.isSecure()) {
            exchange.setResponseCookie(cookie(sessionId));
        } else {
            overHttp.setSessionId(exchange, sessionId);
            exchange.responseCookies().forEach(SessionCookie::keepFromOtherSites);
        }
    }

    @Override
    public void clearSession(HttpServerExchange exchange, String sessionId) {
        if (exchange.isSecure()) {
            exchange.setResponseCookie(cookie("").setMaxAge(0));
        } else {
            overHttp.clearSession(exchange, sessionId);
        }
    }

    /** What else the answer sets says it already. */
    private static void keepFromOtherSites(Cookie cookie) {
        if (cookie.getSameSiteMode() == null) {
            cookie.setSameSiteMode(SAME_SITE);
        }
    }

    private static Cookie cookie(String value) {
        return new CookieImpl(NAME, value).setPath("/").setSecure(true).setHttpOnly(true).setSameSiteMode(SAME_SITE);
    }

    @Override
    public String findSessionId(HttpServerExchange exchange) {
        if (!exchange.isSecure()) {
            return overHttp.findSessionId(exchange);
        }
        Cookie sent = exchange.getRequestCookie(NAME);
        return sent == null ? null : sent.getValue();
    }

    @Override
    public SessionCookieSource sessionCookieSource(HttpServerExchange exchange) {
        return findSessionId(exchange) == null ? SessionCookieSource.NONE : SessionCookieSource.COOKIE;
    }

    @Override
    public String rewriteUrl(String originalUrl, String sessionId) {
        return originalUrl;
    }
}
