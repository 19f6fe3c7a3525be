package org.agentinbox.web.platform;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Limits what strangers can ask of sign-ins by OpenID providers: each answer that a browser brings makes us call the provider, and each
 * logout token has a signature to be checked. Each node counts for itself, in memory.
 */
@ApplicationScoped
public class ProviderRateLimits {

    /** All people of a company may share one address, and come at the same hour. */
    private static final Rate STEPS = new Rate(5, 600);
    /** A provider sends valid ones, which are not counted. */
    private static final Rate WRONG_LOGOUTS = new Rate(1, 60);

    private RateLimits steps;
    private RateLimits wrongLogouts;

    protected ProviderRateLimits() {}

    @Inject
    ProviderRateLimits(Clock clock) {
        steps = new RateLimits(clock, STEPS);
        wrongLogouts = new RateLimits(clock, WRONG_LOGOUTS);
    }

    /**
     * Counts a sign-in that is begun, or an answer of a provider.
     *
     * @throws TooManyException where too many came from this address
     */
    public void step(HttpServletRequest request) {
        String network = network(request);
        if (!steps.allows(network)) {
            throw new TooManyException("Too many sign-ins of this address.", steps.untilNext(network));
        }
    }

    /** @throws TooManyException where too many logout tokens that were none came from this address */
    public void beforeLogout(HttpServletRequest request) {
        String network = network(request);
        if (!wrongLogouts.untilNext(network).isZero()) {
            throw new TooManyException("Too many wrong logout tokens of this address.", wrongLogouts.untilNext(network));
        }
    }

    /** Counts a logout token that was none. */
    public void wrongLogout(HttpServletRequest request) {
        wrongLogouts.allows(network(request));
    }

    private static String network(HttpServletRequest request) {
        return ClientNetwork.of(request.getRemoteAddr());
    }
}
