package org.agentinbox.web.platform;

import java.net.InetSocketAddress;
import java.security.Principal;
import java.time.Clock;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.securitylog.ClientAddress;
import org.agentinbox.platform.securitylog.SecurityEvent;
import org.agentinbox.platform.securitylog.SecurityLog;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.api.ThreadSetupHandler;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.StatusCodes;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Logs each request that was answered with 403: of pages, where the container refuses before any filter, of REST, and handshakes of
 * sockets. Those of people who are signed in are in the audit trail too. Nobody fills the log with them: each address has so many in an
 * hour. Around each request it also tells services the address.
 */
final class AccessDenials implements ThreadSetupHandler {

    static final int MOST_OF_AN_HOUR = 600;

    private volatile RateLimits limits;
    private volatile Audit audit;

    void count(Clock clock, Audit trail) {
        audit = trail;
        limits = new RateLimits(clock, Rate.ofAnHour(MOST_OF_AN_HOUR));
    }

    HttpHandler before(HttpHandler next) {
        return exchange -> {
            // The page that tells of the refusal has another path.
            String path = exchange.getRequestPath();
            exchange.addExchangeCompleteListener((completed, then) -> {
                try {
                    if (completed.getStatusCode() == StatusCodes.FORBIDDEN) {
                        log(completed, path);
                    }
                } finally {
                    then.proceed();
                }
            });
            next.handleRequest(exchange);
        };
    }

    private void log(HttpServerExchange exchange, String path) {
        String address = address(exchange);
        RateLimits known = limits;
        if (known != null && known.allows(address)) {
            String account = account(exchange);
            String method = exchange.getRequestMethod().toString();
            SecurityEvent event = SecurityEvent.of("access-denied").with("account", account).with("method", method).with("path", path)
                .from(address);
            Ids.parse(account).ifPresentOrElse(who -> audit.refused(AuditRecord.of(AuditAct.ACCESS_DENIED)
                .about(AuditSubject.PAGE, null, method + " " + path).by(who).from(address).logged(event)), () -> SecurityLog.warn(event));
        }
    }

    private static String account(HttpServerExchange exchange) {
        ServletRequestContext context = exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
        Principal who = context != null && context.getServletRequest() instanceof HttpServletRequest request ? request.getUserPrincipal()
            : null;
        return who == null ? "none" : who.getName();
    }

    private static String address(HttpServerExchange exchange) {
        InetSocketAddress source = exchange.getSourceAddress();
        return source == null || source.getAddress() == null ? "unknown" : source.getAddress().getHostAddress();
    }

    @Override
    public <T, C> Action<T, C> create(Action<T, C> action) {
        return (exchange, context) -> exchange == null ? action.call(null, context)
            : ClientAddress.during(address(exchange), () -> action.call(exchange, context));
    }
}
