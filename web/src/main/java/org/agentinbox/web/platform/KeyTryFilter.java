package org.agentinbox.web.platform;

import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Answers 429 to programs that try too many wrong API keys ({@link KeyTries}). */
@Provider
public class KeyTryFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /** What programs call with an API key and nobody with a sign-in. */
    static final Pattern WITH_A_KEY = Pattern.compile("visitors/[^/]+|accounts|configuration|requests/[^/]+|routing/preview");

    @Context
    private HttpServletRequest request;
    @Inject
    private KeyTries tries;

    @Override
    public void filter(ContainerRequestContext context) {
        if (isWithKey(context)) {
            long wait = tries.secondsToWait(network(), key());
            if (wait > 0) {
                context.abortWith(Response.fromResponse(ProblemMapper.problem(VisitorRateLimits.TOO_MANY_REQUESTS, "TOO_FAST",
                    "Too many wrong keys came from this address: try again later.")).header("Retry-After", wait).build());
            }
        }
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (!isWithKey(context)) {
            return;
        }
        int status = response.getStatus();
        if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
            tries.wrong(network(), key());
        } else if (status == Response.Status.OK.getStatusCode() || status == Response.Status.NOT_FOUND.getStatusCode()) {
            // Only these answers show that the key was checked and valid; others may come before the check.
            tries.right(key());
        }
    }

    private static boolean isWithKey(ContainerRequestContext context) {
        return WITH_A_KEY.matcher(context.getUriInfo().getPath().replaceFirst("^/", "")).matches();
    }

    private String network() {
        return ClientNetwork.of(request.getRemoteAddr());
    }

    private String key() {
        return VisitorCorsFilter.token(request).orElse("");
    }
}
