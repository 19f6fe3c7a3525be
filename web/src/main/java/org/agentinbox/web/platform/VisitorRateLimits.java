package org.agentinbox.web.platform;

import java.time.Clock;
import java.util.Base64;

import org.agentinbox.platform.Tokens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Limits the REST requests of visitors: reading free slots, and booking, moving and cancelling meetings. The limits are far above what
 * people do. Each node counts for itself.
 */
@ApplicationScoped
public class VisitorRateLimits {

    /** The HTTP status (RFC 6585, section 4). */
    public static final int TOO_MANY_REQUESTS = 429;
    /** In seconds; each second allows at least one more request. */
    public static final String RETRY_AFTER = "1";

    private static final int OF_A_VISITOR = 1;
    private static final int OF_A_VISITOR_AT_ONCE = 60;
    /** All people of a company may share one address. */
    private static final int OF_AN_ADDRESS = 20;
    private static final int OF_AN_ADDRESS_AT_ONCE = 600;

    private RateLimits visitors;
    private RateLimits addresses;

    protected VisitorRateLimits() {}

    @Inject
    VisitorRateLimits(Clock clock) {
        visitors = new RateLimits(clock, new Rate(OF_A_VISITOR, OF_A_VISITOR_AT_ONCE));
        addresses = new RateLimits(clock, new Rate(OF_AN_ADDRESS, OF_AN_ADDRESS_AT_ONCE));
    }

    /**
     * @param request which one
     * @param token of the visitor or of the link in their email; any text
     * @return whether it may be answered
     */
    public boolean allows(HttpServletRequest request, String token) {
        return addresses.allows(ClientNetwork.of(request.getRemoteAddr())) && visitors.allows(Base64.getEncoder()
            .encodeToString(Tokens.hash(token)));
    }
}
