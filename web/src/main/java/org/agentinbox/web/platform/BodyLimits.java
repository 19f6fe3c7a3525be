package org.agentinbox.web.platform;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import org.agentinbox.account.ProfileService;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/**
 * Reads the body of a request, 64 KiB at most, without blocking a worker thread and before the request is handled. Only files for
 * import, the configuration and pictures may be larger; they are read after the sender is authenticated. Forms in parts are refused but for
 * pictures. Where a larger
 * length is announced, the response is 413; where a body turns out larger or is not complete after a minute (that of the account list
 * after five), its connection is closed.
 */
final class BodyLimits implements HttpHandler {

    /** This many buffers of 16 KiB hold the largest body. */
    static final int BUFFERS = 5;
    private static final int MOST_BYTES = 1 << 16;
    /**
     * Larger than a list may be ({@link org.agentinbox.platform.list.ListFile#MOST_BYTES}, 1 MiB), so that the service can refuse it with a
     * message.
     */
    private static final int MOST_BYTES_OF_A_FILE = 1 << 21;
    private static final Pattern FILES = Pattern.compile("/api/v1/(answers|topics|days-off)/import");
    /** Larger than the account list's file may be, for the same reason. */
    private static final int MOST_BYTES_OF_ACCOUNTS = 33 << 20;
    private static final Pattern ACCOUNTS = Pattern.compile("/api/v1/accounts(/import)?");
    /** Larger than a configuration may be ({@link org.agentinbox.configuration.Configurations#MOST_BYTES}), for the same reason. */
    private static final int MOST_BYTES_OF_A_CONFIGURATION = 6 << 20;
    private static final String CONFIGURATION = "/api/v1/configuration";
    /** One picture, and what a form in parts has around it. */
    private static final int MOST_BYTES_OF_A_PHOTO = ProfileService.MOST_PHOTO_BYTES + (1 << 14);
    private static final String PHOTO = "/profile-photo";
    private static final int MOST_SECONDS = 60;
    /** For the account list: enough for its longest file at 1 Mbit/s. */
    private static final int MOST_SECONDS_OF_ACCOUNTS = 300;
    /** No other page has a form of this kind, and Faces would answer one that it cannot read with an error of the server. */
    private static final String IN_PARTS = "multipart/";
    private static final Logger LOG = Logger.getLogger(BodyLimits.class.getName());

    private final HttpHandler buffering;
    private final HttpHandler unbuffered;

    BodyLimits(HttpHandler buffering, HttpHandler unbuffered) {
        this.buffering = buffering;
        this.unbuffered = unbuffered;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (isInParts(exchange) && !PHOTO.equals(exchange.getRelativePath())) {
            refuse(exchange, StatusCodes.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED", "Forms in parts are not taken.");
            return;
        }
        if (exchange.isRequestComplete()) {
            unbuffered.handleRequest(exchange);
            return;
        }
        String path = exchange.getRelativePath();
        boolean isAccounts = ACCOUNTS.matcher(path).matches();
        int most = most(path);
        if (exchange.getRequestContentLength() > most) {
            if (PHOTO.equals(path)) {
                redirect(exchange, "/profile?photo=TOO_LARGE");
                return;
            }
            refuse(exchange, StatusCodes.REQUEST_ENTITY_TOO_LARGE, "TOO_LARGE", "The body may have " + most + " bytes at most.");
            return;
        }
        exchange.setMaxEntitySize(most);
        closeWhenLate(exchange, isAccounts ? MOST_SECONDS_OF_ACCOUNTS : MOST_SECONDS);
        if (most > MOST_BYTES) {
            unbuffered.handleRequest(exchange);
        } else if (HttpContinue.requiresContinueResponse(exchange)) {
            HttpContinue.sendContinueResponse(exchange, new WhenContinued());
        } else {
            buffering.handleRequest(exchange);
        }
    }

    private static int most(String path) {
        if (ACCOUNTS.matcher(path).matches()) {
            return MOST_BYTES_OF_ACCOUNTS;
        }
        if (CONFIGURATION.equals(path)) {
            return MOST_BYTES_OF_A_CONFIGURATION;
        }
        if (PHOTO.equals(path)) {
            return MOST_BYTES_OF_A_PHOTO;
        }
        return FILES.matcher(path).matches() ? MOST_BYTES_OF_A_FILE : MOST_BYTES;
    }

    private static boolean isInParts(HttpServerExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, IN_PARTS, 0, IN_PARTS.length());
    }

    /** The body is not read, so the connection ends with the response. */
    private static void refuse(HttpServerExchange exchange, int status, String title, String detail) {
        exchange.setStatusCode(status);
        exchange.setPersistent(false);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/problem+json");
        exchange.getResponseSender()
            .send(JsonMessage.object().with("title", title).with("status", status).with("detail", detail).toString());
    }

    /** The same, for a form whose page has the text. */
    private static void redirect(HttpServerExchange exchange, String page) {
        exchange.setStatusCode(StatusCodes.SEE_OTHER);
        exchange.setPersistent(false);
        exchange.getResponseHeaders().put(Headers.LOCATION, exchange.getResolvedPath() + page);
        exchange.endExchange();
    }

    private static void closeWhenLate(HttpServerExchange exchange, int seconds) {
        XnioExecutor.Key timer = exchange.getIoThread().executeAfter(() -> {
            if (!exchange.isRequestComplete()) {
                LOG.log(Level.INFO, "A request of {0} was not complete after {1} s", new Object[]{exchange.getSourceAddress(), seconds});
                IoUtils.safeClose(exchange.getConnection());
            }
        }, seconds, TimeUnit.SECONDS);
        exchange.addExchangeCompleteListener((done, next) -> {
            timer.remove();
            next.proceed();
        });
    }

    /** Answers {@code Expect: 100-continue}, and then handles the request like any other. */
    private final class WhenContinued implements IoCallback {

        @Override
        public void onComplete(HttpServerExchange exchange, Sender sender) {
            exchange.getRequestHeaders().remove(Headers.EXPECT);
            Connectors.executeRootHandler(buffering, exchange);
        }

        @Override
        public void onException(HttpServerExchange exchange, Sender sender, IOException problem) {
            LOG.log(Level.FINE, "Gone before the body came", problem);
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
