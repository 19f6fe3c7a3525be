package org.agentinbox.web.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import org.agentinbox.platform.Tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A response that is made and compressed once and cached by browsers: a request with its entity tag gets 304. */
final class CachedResponse {

    private final String mediaType;
    private final byte[] content;
    private final byte[] compressed;
    private final String tag;

    CachedResponse(String mediaType, String text) {
        this(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param content an image in a compressed format is not compressed again */
    CachedResponse(String mediaType, byte[] content) {
        this.mediaType = mediaType;
        this.content = content;
        this.compressed = compressed(content);
        this.tag = "\""
            + Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash(new String(content, StandardCharsets.ISO_8859_1)))
                .substring(0, 22)
            + "\"";
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new BestGzip(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size() < content.length * 9 / 10 ? out.toByteArray() : null;
    }

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", tag);
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "max-age=300");
        }
        if (compressed != null) {
            response.addHeader("Vary", "Accept-Encoding");
        }
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag.substring(1, tag.length() - 1))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(mediaType);
        boolean small = compressed != null && takesGzip(request.getHeader("Accept-Encoding"));
        if (small) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] body = small ? compressed : content;
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean takesGzip(String accepted) {
        return accepted != null && accepted.contains("gzip") && !accepted.matches(".*gzip\\s*;\\s*q=0(\\.0*)?(\\s*,.*)?");
    }

    /** Compresses as well as possible; it is slow but done once. */
    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
