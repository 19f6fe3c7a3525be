package org.agentinbox.it.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * An inbox that says hello and then nothing any more: it answers no ping and never says goodbye. What a cut line looks like to
 * the server, which no client of a library can play.
 */
public final class SilentSocket implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte TEXT_AND_LAST = (byte) 0x81;
    private static final int MASKED = 0x80;

    private final Socket socket;

    private SilentSocket(Socket socket) {
        this.socket = socket;
    }

    /** An agent's inbox that was welcomed; from now on it is silent. */
    public static SilentSocket inbox(Installation installation, String cookie) {
        URI address = installation.address();
        try {
            SilentSocket silent = new SilentSocket(new Socket(address.getHost(), address.getPort()));
            silent.socket.setSoTimeout((int) PATIENCE.toMillis());
            silent.write(("GET " + address.getPath() + "ws/agent HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nOrigin: " + installation.origin()
                + "\r\nCookie: " + cookie + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            silent.readUntil("\r\n\r\n");
            silent.write(frame("{\"type\":\"hello\"}"));
            silent.readUntil("\"type\":\"welcome\"");
            return silent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A short text frame. The mask that a client must use is all zeros, which leaves the text as it is. */
    private static byte[] frame(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[6 + bytes.length];
        frame[0] = TEXT_AND_LAST;
        frame[1] = (byte) (MASKED | bytes.length);
        System.arraycopy(bytes, 0, frame, 6, bytes.length);
        return frame;
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    private void readUntil(String end) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!read.toString(StandardCharsets.ISO_8859_1).contains(end)) {
            int next = in.read();
            if (next < 0) {
                throw new AssertionError("The server hung up: " + read.toString(StandardCharsets.ISO_8859_1));
            }
            read.write(next);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
