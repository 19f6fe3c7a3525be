package org.agentinbox.web.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.agentinbox.platform.Tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** An answer that is made once and that browsers keep: asked for again with its tag, it is not sent again. */
final class Cached {

    private final String mediaType;
    private final byte[] content;
    private final String tag;

    Cached(String mediaType, String text) {
        this.mediaType = mediaType;
        this.content = text.getBytes(StandardCharsets.UTF_8);
        this.tag = "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash(text)).substring(0, 22) + "\"";
    }

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", tag);
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "max-age=300");
        }
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag.substring(1, tag.length() - 1))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(mediaType);
        response.getOutputStream().write(content);
    }
}
