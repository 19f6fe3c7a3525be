package org.agentinbox.web.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Serves the script that customers embed, the module that it loads for booking a meeting, and the preview: {@link WidgetScripts}. */
@WebServlet(urlPatterns = {"/widget.js", WidgetServlet.BOOKING, WidgetServlet.PREVIEW}, loadOnStartup = 2)
public class WidgetServlet extends HttpServlet {

    static final String BOOKING = "/widget-booking.js";
    static final String PREVIEW = "/widget-preview.js";
    private static final long serialVersionUID = 1L;

    private transient CachedResponse script;
    private transient CachedResponse booking;
    private transient CachedResponse preview;

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        WidgetScripts scripts = new WidgetScripts(path -> resource(Assets.FOLDER + path));
        script = new CachedResponse("text/javascript;charset=UTF-8", scripts.widget());
        booking = new CachedResponse("text/javascript;charset=UTF-8", scripts.booking());
        preview = new CachedResponse("text/javascript;charset=UTF-8", scripts.preview());
    }

    private String resource(String path) {
        try (InputStream in = getServletContext().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Pages of other sites embed it, and their cross-origin policy may require this header.
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (BOOKING.equals(request.getServletPath())) {
            // A module is loaded with CORS; its content is the same for everybody.
            response.setHeader("Access-Control-Allow-Origin", "*");
            booking.write(request, response);
        } else if (PREVIEW.equals(request.getServletPath())) {
            preview.write(request, response);
        } else {
            script.write(request, response);
        }
    }
}
