package org.agentinbox.web.platform;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.securitylog.LoggedException;

import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers failed requests with a problem document (RFC 9457). */
@Provider
public class ProblemMapper implements ExceptionMapper<Exception> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Exception e) {
        if (e instanceof RefusedException refused) {
            return refused(refused);
        }
        if (e instanceof MalformedJsonException) {
            return problem(400, "BAD_REQUEST", e.getMessage());
        }
        if (e instanceof EJBAccessException) {
            return request.getUserPrincipal() == null ? problem(401, "NOT_SIGNED_IN", "Sign in first.")
                : problem(403, "NOT_ALLOWED", "Your account may not do that.");
        }
        if (e instanceof WebApplicationException web) {
            return problem(web.getResponse().getStatus(), web.getResponse().getStatusInfo().getReasonPhrase(), web.getMessage());
        }
        LOG.log(Level.WARNING, "A request failed", LoggedException.of(e));
        return problem(503, "UNAVAILABLE", "The server has a problem: try again.");
    }

    private static Response refused(RefusedException e) {
        return switch (e.refusal()) {
            case NOT_FOUND, UNKNOWN_TOKEN -> problem(404, e.refusal().name(), e.getMessage());
            case NOT_ALLOWED, FORBIDDEN -> problem(403, e.refusal().name(), e.getMessage());
            case WRONG_KEY -> wrongKey(e);
            case TOO_MANY_INVITATIONS -> problem(VisitorRateLimits.TOO_MANY_REQUESTS, e.refusal().name(), e.getMessage());
            case CHAT_ENDED, OFFER_GONE, IN_USE, SLOT_TAKEN, MEETING_OVER, NAME_TAKEN, NO_CONVERSATION, TRANSFER_PENDING, CHOICE_GONE,
                AGENT_BUSY,
                LEGAL_HOLD,
                CHAT_OPEN, IMPORT_RUNNING,
                MEETING_BOOKED -> problem(409, e.refusal().name(), e.getMessage());
            case CHANGED_MEANWHILE -> problem(412, e.refusal().name(), e.getMessage());
            default -> problem(400, e.refusal().name(), e.getMessage());
        };
    }

    private static Response wrongKey(RefusedException e) {
        return Response.fromResponse(problem(401, e.refusal().name(), e.getMessage())).header("WWW-Authenticate", "Bearer").build();
    }

    /** @return a problem document */
    public static Response problem(int status, String title, String detail) {
        return Response.status(status).type("application/problem+json")
            .entity(JsonMessage.object().with("title", title).with("status", status).with("detail", detail).toString()).build();
    }
}
