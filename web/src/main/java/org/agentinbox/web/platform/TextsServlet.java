package org.agentinbox.web.platform;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Serves the texts of a bundle to scripts as JSON. Pages use the same bundles, so each text exists once. */
@WebServlet("/assets/texts/*")
public class TextsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Set<String> BUNDLES = Set.of("inbox");

    private final transient Map<String, CachedResponse> cachedResponse = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String bundle = request.getPathInfo() == null ? "" : request.getPathInfo().replaceFirst("^/", "").replaceFirst("\\.json$", "");
        if (!BUNDLES.contains(bundle)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String language = "ko".equals(request.getParameter("locale")) ? "ko" : "en";
        cachedResponse.computeIfAbsent(bundle + language, key -> new CachedResponse("application/json;charset=UTF-8",
            Bundles.json(bundle, Locale.forLanguageTag(language)).toString())).write(request, response);
    }
}
