package org.agentinbox.platform.securitylog;

import java.util.Optional;

/** From where the request comes that this thread works on: set around each request, so that services need not pass it on. */
public final class ClientAddress {

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private ClientAddress() {}

    /** A part of a request. */
    @FunctionalInterface
    public interface Work<T> {

        /** @return its result */
        T run() throws Exception;
    }

    /**
     * @param address of the client, or null where it is not known
     * @param work done on this thread
     * @return its result
     */
    public static <T> T during(String address, Work<T> work) throws Exception {
        String before = CURRENT.get();
        set(address);
        try {
            return work.run();
        } finally {
            set(before);
        }
    }

    private static void set(String address) {
        if (address == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(address);
        }
    }

    /** @return the address; empty where this thread works on no request, such as in timers */
    public static Optional<String> current() {
        return Optional.ofNullable(CURRENT.get());
    }
}
