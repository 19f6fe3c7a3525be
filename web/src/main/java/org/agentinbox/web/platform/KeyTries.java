package org.agentinbox.web.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.agentinbox.platform.Settings;
import org.agentinbox.platform.Tokens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Limits how many wrong API keys may come from one address. Above the limit keys are not looked up, except those that were valid at this
 * node before: so a stranger behind the same address does not lock out a program that is at work. Each node counts for itself, in memory.
 */
@ApplicationScoped
public class KeyTries {

    private static final int MOST_KNOWN = 1_000;

    private RateLimits wrong;
    private final Map<String, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    protected KeyTries() {}

    @Inject
    KeyTries(Clock clock, Settings settings) {
        this(new RateLimits(clock, Rate.ofAnHour(settings.network().strangers().keyTriesPerAddress())));
    }

    KeyTries(RateLimits wrong) {
        this.wrong = wrong;
    }

    /** For how many seconds a key from there must not be looked up; 0 where it may be. */
    long secondsToWait(String network, String key) {
        Duration wait = wrong.untilNext(network);
        return wait.isZero() || isKnown(key) ? 0 : new TooManyException("", wait).retryAfter();
    }

    /** Counts a key that was not valid. */
    void wrong(String network, String key) {
        wrong.allows(network);
        synchronized (known) {
            known.remove(hash(key));
        }
    }

    /** Remembers a key that was valid. */
    void right(String key) {
        synchronized (known) {
            known.put(hash(key), true);
        }
    }

    private boolean isKnown(String key) {
        synchronized (known) {
            return known.containsKey(hash(key));
        }
    }

    private static String hash(String key) {
        return Base64.getEncoder().encodeToString(Tokens.hash(key));
    }
}
