package org.agentinbox.it.container.senders;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import jakarta.enterprise.context.ApplicationScoped;

/** Records what the senders of the tests were given. */
@ApplicationScoped
public class Sent {

    private final List<String> all = new CopyOnWriteArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Map<String, CountDownLatch> hanging = new ConcurrentHashMap<>();

    void add(String payload) {
        all.add(payload);
    }

    boolean fails(String payload) {
        return failing.contains(payload);
    }

    void hang(String payload) throws InterruptedException {
        hanging.computeIfAbsent(payload, p -> new CountDownLatch(1)).await();
    }

    /** @return how often a payload was sent, failed attempts included */
    public int times(String payload) {
        return Collections.frequency(all, payload);
    }

    /**
     * @return the payloads of the same test whose last attempt came after this one's, in order; payloads of one test have the same ending
     */
    public List<String> after(String payload) {
        String test = payload.substring(payload.lastIndexOf(' ') + 1);
        List<String> sent = List.copyOf(all);
        return sent.subList(sent.lastIndexOf(payload) + 1, sent.size()).stream().filter(one -> one.endsWith(test)).toList();
    }

    /** Makes a payload fail, or succeed again, from now on. */
    public void fail(String payload, boolean on) {
        if (on) {
            failing.add(payload);
        } else {
            failing.remove(payload);
        }
    }

    /** Ends the waiting for a payload, also for later attempts. */
    public void release(String payload) {
        hanging.computeIfAbsent(payload, p -> new CountDownLatch(1)).countDown();
    }
}
