package org.agentinbox.it.support;

/**
 * An inbox that says hello and then nothing any more: it answers no ping and never says goodbye. What a cut line looks like to
 * the server, which no client of a library can play.
 */
public final class SilentSocket implements AutoCloseable {

    private final RawClient client;

    private SilentSocket(RawClient client) {
        this.client = client;
    }

    /** An agent's inbox that was welcomed; from now on it is silent. */
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
