package org.agentinbox.web.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The service worker of the inbox, with its texts included, because it may have to show a notification while nothing can be loaded. Its
 * address never changes and is open to all, because browsers check for a new version also while nobody is signed in.
 */
@WebServlet("/sw.js")
public class ServiceWorkerServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "notify.";

    @Inject
    private transient Assets assets;
    private transient CachedResponse script;

    @Override
    public void init() throws ServletException {
        try (InputStream in = getServletContext().getResourceAsStream("/WEB-INF/service-worker.js")) {
            script = new CachedResponse("text/javascript;charset=UTF-8", new String(in.readAllBytes(), StandardCharsets.UTF_8)
                .replace("__TEXTS__", JsonMessage.object().with("en", texts(Locale.ENGLISH)).with("ko", texts(Locale.KOREAN)).toString())
                .replace("__ICON__", assets.getPath() + "/notification.png"));
        } catch (IOException e) {
            throw new ServletException(e);
        }
    }

    private static JsonObject texts(Locale locale) {
        JsonMessage.Builder texts = JsonMessage.object();
        Bundles.json("inbox", locale).forEach((key, text) -> {
            if (key.startsWith(PREFIX)) {
                texts.with(key, text);
            }
        });
        return texts.build();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-cache");
        script.write(request, response);
    }
}
