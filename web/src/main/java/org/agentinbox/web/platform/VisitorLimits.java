package org.agentinbox.web.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How much visitors may begin over their sockets: what each of these leaves behind is a row in the database or somebody's time. All
 * addresses of a network of IPv6 count as one ({@link ClientNetwork}). Each node counts for itself, in memory.
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
     * Somebody says hello who was never here.
     *
     * @param network where from, as {@link ClientNetwork#ofCurrentRequest} has it
     * @throws TooManyException where too many did from there
     */
    public void newVisitor(String network) {
        count(newVisitors, network, "Too many new visitors of this address.");
    }

    /**
     * A visitor wants to chat.
     *
     * @param network where from
     * @param visitor who
     * @throws TooManyException where they, or all from there, wanted that too often
     */
    public void chatRequest(String network, UUID visitor) {
        count(requestsOfVisitors, visitor.toString(), "Too many chats were asked for by this visitor.");
        count(requestsOfNetworks, network, "Too many chats were asked for from this address.");
    }

    /**
     * @param open how many sockets of one visitor are open with the one that opens
     * @throws TooManyException where that is one too many
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
