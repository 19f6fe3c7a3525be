package org.agentinbox.it.support;

/**
 * An agent's socket that says hello and then stays silent: it answers no ping and sends no close frame. The server sees what it would see
 * of a lost network; client libraries cannot do this.
 */
public final class SilentSocket implements AutoCloseable {

    private final RawClient client;

    private SilentSocket(RawClient client) {
        this.client = client;
    }

    /** Opens an agent's socket and waits for the welcome; from then on it stays silent. */
    public static SilentSocket inbox(Installation installation, String cookie) {
        RawClient client = new RawClient(installation).upgraded("ws/agent", "Cookie: " + cookie + "\r\n");
        client.frame("{\"type\":\"hello\"}").readUntil("\"type\":\"welcome\"");
        return new SilentSocket(client);
    }

    @Override
    public void close() {
        client.close();
    }
}
