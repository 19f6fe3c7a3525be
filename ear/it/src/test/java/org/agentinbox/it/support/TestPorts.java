package org.agentinbox.it.support;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.agentinbox.launcher.Ports;

/** Ports for what tests start. A port is given out once, because many are listened at only later. */
public final class TestPorts {

    private static final int LOWEST = 21_000;
    private static final int SIZE = 11_000;
    /** A random start keeps two builds on one machine apart. */
    private static final AtomicInteger NEXT = new AtomicInteger(ThreadLocalRandom.current().nextInt(SIZE));

    private static final Set<Integer> OFFSETS = ConcurrentHashMap.newKeySet();

    private TestPorts() {}

    /** @return a port at which nobody listens now, and which nobody else got from here */
    public static int free() {
        int port;
        do {
            port = LOWEST + NEXT.getAndIncrement() % SIZE;
        } while (!Ports.isFree(port));
        return port;
    }

    /**
     * @return an offset for a server's ports, see {@link Ports#freeOffset}, which nobody else got from here; random, so that two builds
     * hardly ever try the same
     */
    public static int offset() {
        int offset;
        do {
            offset = Ports.freeOffset(1_000 + 100 * ThreadLocalRandom.current().nextInt(100));
        } while (!OFFSETS.add(offset));
        return offset;
    }
}
