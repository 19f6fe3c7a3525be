package org.agentinbox.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine. */
public final class Ports {

    /** No browser calls a server there (Fetch standard, "bad port"). */
    private static final int BAD = 10_080;

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

    /** @return a port at which nobody listens now */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param from the first offset to try; further ones follow in steps of 100
     * @return an offset for a server's ports at which 8080 and 9990 are free, and browsers call 8080
     */
    public static int freeOffset(int from) {
        int offset = from;
        while (8080 + offset == BAD || !isFree(8080 + offset) || !isFree(9990 + offset)) {
            offset += 100;
        }
        return offset;
    }
}
