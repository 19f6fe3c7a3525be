package org.agentinbox.web.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Limits what visitors may begin over their sockets, because each of these acts leaves a row in the database or takes an agent's time. All
 * addresses of an IPv6 network count as one ({@link ClientNetwork}). Each node counts for itself, in memory.
 */
@ApplicationScoped
public class VisitorLimits {

    private static final Duration A_TAB_MAY_BE_CLOSED_BY_THEN = Duration.ofSeconds(30);

    private RateLimits newVisitors;
    private RateLimits requestsOfNetworks;
    private RateLimits requestsOfVisitors;
    private int sockets;

    protected VisitorLimits() {}

    @Inject
    VisitorLimits(Clock clock, Settings settings) {
        Settings.StrangerLimits limits = settings.network().strangers();
        newVisitors = new RateLimits(clock, Rate.ofAnHour(limits.newVisitorsPerAddress()));
        requestsOfNetworks = new RateLimits(clock, Rate.ofAnHour(limits.chatRequestsPerAddress()));
        requestsOfVisitors = new RateLimits(clock, Rate.ofAnHour(limits.chatRequestsPerVisitor()));
        sockets = limits.socketsPerVisitor();
    }

    /**
     * Counts a hello of a new visitor.
     *
     * @param network as {@link ClientNetwork#ofCurrentRequest} returns it
     * @throws TooManyException where too many came from there
     */
    public void newVisitor(String network) {
        count(newVisitors, network, "Too many new visitors of this address.");
    }

    /**
     * Counts a request for a chat.
     *
     * @param network from where
     * @param visitor who
     * @throws TooManyException where too many came from this visitor or from this network
     */
    public void chatRequest(String network, UUID visitor) {
        count(requestsOfVisitors, visitor.toString(), "Too many chats were asked for by this visitor.");
        count(requestsOfNetworks, network, "Too many chats were asked for from this address.");
    }

    /**
     * @param open how many sockets of one visitor are open, including the new one
     * @throws TooManyException where there are too many
     */
    public void socketsOfOne(int open) {
        if (open > sockets) {
            throw new TooManyException("This visitor has " + sockets + " sockets open already.", A_TAB_MAY_BE_CLOSED_BY_THEN);
        }
    }

    private static void count(RateLimits limits, String who, String refusal) {
        if (!limits.allows(who)) {
            throw new TooManyException(refusal, limits.untilNext(who));
        }
    }
}
