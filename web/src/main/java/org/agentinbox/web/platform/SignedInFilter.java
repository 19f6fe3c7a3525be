package org.agentinbox.web.platform;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Refuses REST requests without a sign-in before a service is called, except for what visitors see and for programs with an API key. */
@Provider
public class SignedInFilter implements ContainerRequestFilter {

    private static final Pattern OPEN = Pattern.compile("agents/[^/]+/photo|entries/[^/]+|" + KeyTryFilter.WITH_A_KEY.pattern());

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        // As resources are found: what is encoded in a segment, a slash too, belongs to the segment.
        String path = context.getUriInfo().getPath(false).replaceFirst("^/", "");
        boolean open = OPEN.matcher(path).matches() || VisitorCorsFilter.isForVisitors(context)
            && VisitorCorsFilter.token(request).isPresent();
        if (request.getUserPrincipal() == null && !open) {
            context.abortWith(ProblemMapper.problem(401, "NOT_SIGNED_IN", "Sign in first."));
        }
    }
}
