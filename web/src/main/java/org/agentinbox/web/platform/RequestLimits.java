package org.agentinbox.web.platform;

import java.time.Clock;

import org.agentinbox.platform.Settings;
import org.agentinbox.platform.audit.Audit;

import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * The checks of a request before a worker thread handles it: whether its address has too many connections ({@link ConnectionLimit}),
 * whether its path is plain ({@link PlainPaths}), for which client a proxy forwards it ({@link ForwardedRequests}), whether that client has
 * too many sockets ({@link SocketLimit}), and its body, which is read up to a size and a time without blocking a thread
 * ({@link BodyLimits}). So a body that never ends holds a connection for a minute at most, and no thread. What was answered with 403 is
 * logged ({@link AccessDenials}).
 */
public final class RequestLimits implements ServletExtension {

    private static final String OURS = RequestLimits.class.getName();

    private final ForwardedRequests forwarded = new ForwardedRequests();
    private final ConnectionLimit connections = new ConnectionLimit();
    private final SocketLimit sockets = new SocketLimit();
    private final AccessDenials denials = new AccessDenials();

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        context.setAttribute(OURS, this);
        deployment.addInitialHandlerChainWrapper(this::wrap);
        deployment.addThreadSetupAction(denials);
        SessionCookie.configure(deployment);
    }

    private HttpHandler wrap(HttpHandler next) {
        HttpHandler buffering = new RequestBufferingHandler(next, BodyLimits.BUFFERS);
        return connections.before(denials.before(PlainPaths.before(forwarded.before(sockets.before(new BodyLimits(buffering, next))))));
    }

    /** Passes the settings on, which are not available yet when the server asks for the handlers. */
    @WebListener
    public static final class Configuration implements ServletContextListener {

        @Inject
        private Settings settings;
        @Inject
        private Clock clock;
        @Inject
        private Audit audit;

        @Override
        public void contextInitialized(ServletContextEvent event) {
            RequestLimits limits = (RequestLimits) event.getServletContext().getAttribute(OURS);
            limits.forwarded.believe(settings.network().proxies());
            limits.connections.allow(settings.network().connectionsPerAddress(), settings.network().proxies());
            limits.denials.count(clock, audit);
            limits.sockets.allow(settings.network().strangers().socketsPerAddress());
        }
    }
}
