package org.agentinbox.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds free ports of this machine. */
public final class Ports {

    /** Browsers do not connect to this port (Fetch standard, "bad port"). */
    private static final int BAD = 10_080;

    private static final int LOWEST = 21_000;
    private static final int HIGHEST = 32_000;

    private Ports() {}

    /**
     * @param port to look at
     * @return whether nobody listens there
     */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Finds a port to listen at now or later. It is below the ports that systems give to outgoing connections (from 32768 on Linux, from
     * 49152 elsewhere), because an outgoing connection might take one of those before the caller listens.
     *
     * @return a port from 21000 to 31999 at which nobody listens now
     */
    public static int free() {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
        } while (!isFree(port));
        return port;
    }

    /**
     * @param from the first offset to try; further ones follow in steps of 100
     * @return an offset for a server's ports for which 8080 and 9990 are free, and browsers connect to 8080
     */
    public static int freeOffset(int from) {
        int offset = from;
        while (8080 + offset == BAD || !isFree(8080 + offset) || !isFree(9990 + offset)) {
            offset += 100;
        }
        return offset;
    }
}
