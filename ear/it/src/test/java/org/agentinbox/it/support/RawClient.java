package org.agentinbox.it.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection on which a test can write and read any bytes, including those that client libraries do not allow. */
public final class RawClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TEXT_AND_LAST = 0x81;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES_OF_LENGTH = 126;

    private final Socket socket;
    private final Installation installation;

    /** @param installation to connect to */
    public RawClient(Installation installation) {
        this(installation, "127.0.0.1");
    }

    /**
     * @param installation to connect to
     * @param from the local address of the connection
     */
    public RawClient(Installation installation, String from) {
        this.installation = installation;
        URI address = installation.address();
        try {
            socket = new Socket(InetAddress.getByName("127.0.0.1"), address.getPort(), InetAddress.getByName(from), 0);
            socket.setSoTimeout((int) PATIENCE.toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param head method and path, such as {@code GET /inbox/signin}
     * @param headers further lines, each with its line end
     * @return this; the answer is not read yet
     */
    public RawClient request(String head, String headers) {
        return write(head + " HTTP/1.1\r\nHost: " + installation.address().getAuthority() + "\r\n" + headers + "\r\n");
    }

    /** @return this, upgraded to a visitor's WebSocket */
    public RawClient upgradedToVisitor() {
        return upgraded("ws/visitor", "");
    }

    /**
     * @param headers further lines, each with its line end
     * @return this, upgraded to a WebSocket
     */
    public RawClient upgraded(String path, String headers) {
        request("GET /inbox/" + path, "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Sec-WebSocket-Version: 13\r\nOrigin: " + installation.origin() + "\r\n" + headers);
        readUntil("\r\n\r\n");
        return this;
    }

    /**
     * Sends a text frame.
     *
     * @param text of at most 65,535 ASCII characters
     * @return this
     */
    public RawClient frame(String text) {
        return frame(TEXT_AND_LAST, text);
    }

    /**
     * Sends a frame with any first byte (RFC 6455, section 5.2). Its mask is all zeros, which leaves the text as it is.
     *
     * @return this
     */
    public RawClient frame(int first, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (bytes.length < TWO_BYTES_OF_LENGTH) {
            frame.write(MASKED | bytes.length);
        } else {
            frame.write(MASKED | TWO_BYTES_OF_LENGTH);
            frame.write(bytes.length >> 8);
            frame.write(bytes.length);
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(bytes);
        return write(frame.toByteArray());
    }

    /** @return this */
    public RawClient write(String text) {
        return write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private RawClient write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return everything received, up to and including a text */
    public String readUntil(String end) {
        try {
            InputStream in = socket.getInputStream();
            StringBuilder read = new StringBuilder();
            while (read.indexOf(end, Math.max(0, read.length() - end.length())) < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new AssertionError("The server hung up: " + read);
                }
                read.append((char) next);
            }
            return read.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return how many bytes came until the server closed the connection */
    public long readToTheEnd() {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try {
            for (int n = socket.getInputStream().read(buffer); n >= 0; n = socket.getInputStream().read(buffer)) {
                bytes += n;
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The server did not hang up within " + PATIENCE, e);
        } catch (IOException reset) {
            // The server may also close the connection by a reset.
        }
        return bytes;
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
