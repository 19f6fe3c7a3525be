package org.agentinbox.web.platform;

import java.time.Clock;
import java.util.Base64;

import org.agentinbox.platform.Tokens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * How often visitors may ask for what is not a frame of their socket: free times, and to book, move and cancel. People at their quickest
 * are
 * far below; a script that tries without end is told to wait. Each node counts for itself.
 */
@ApplicationScoped
public class VisitorRateLimits {

    /** The status (RFC 6585, section 4). */
    public static final int TOO_MANY_REQUESTS = 429;
    /** Seconds: each brings one more at least. */
    public static final String RETRY_AFTER = "1";

    private static final int OF_A_VISITOR = 1;
    private static final int OF_A_VISITOR_AT_ONCE = 60;
    /** All people of a company may come from one. */
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
     * @param request what was asked
     * @param token by which the visitor is known, or the link in their mail; any text
     * @return whether it may be answered
     */
    public boolean allows(HttpServletRequest request, String token) {
        return addresses.allows(ClientNetwork.of(request.getRemoteAddr())) && visitors.allows(Base64.getEncoder()
            .encodeToString(Tokens.hash(token)));
    }
}
