package org.agentinbox.web.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The widget: its parts, styles and texts put together into the one script that customers embed, and into a module that this one loads
 * where a meeting can be booked. What stands there for those who write it, comments on lines of their own and indentation, is left out; no text
 * of the parts may go over several lines.
 */
@WebServlet(urlPatterns = {"/widget.js", WidgetServlet.BOOKING}, loadOnStartup = 2)
public class WidgetServlet extends HttpServlet {

    static final String BOOKING = "/widget-booking.js";
    private static final long serialVersionUID = 1L;
    private static final Pattern COMMENTS = Pattern.compile("^\\s*(//.*|/\\*[\\s\\S]*?\\*/\\s*)$", Pattern.MULTILINE);
    private static final Pattern INDENTATION = Pattern.compile("^\\s+", Pattern.MULTILINE);
    private static final String FOLDER = "/WEB-INF/classes/org/agentinbox/widget/";

    private transient Cached script;
    private transient Cached booking;

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        script = new Cached("text/javascript;charset=UTF-8", "(()=>{\"use strict\";\n" + parts(FOLDER, "widget") + "})();\n");
        booking = new Cached("text/javascript;charset=UTF-8", parts(FOLDER + "booking/", "booking"));
    }

    /** The scripts of a folder, in the order of their names, with its styles and texts. */
    private String parts(String folder, String bundle) {
        StringBuilder text = new StringBuilder();
        new TreeSet<>(getServletContext().getResourcePaths(folder)).stream().filter(part -> part.endsWith(".js"))
            .forEach(part -> text.append(lean(resource(part))).append('\n'));
        String styles = Frame.json().createValue(lean(resource(folder + bundle + ".css"))).toString();
        return text.toString().replace("__TEXTS__", texts(bundle)).replace("__STYLES__", styles);
    }

    private static String texts(String bundle) {
        return Frame.object().with("en", Bundles.json(bundle, Locale.ENGLISH)).with("ko", Bundles.json(bundle, Locale.KOREAN)).toString();
    }

    private static String lean(String source) {
        return INDENTATION.matcher(COMMENTS.matcher(source).replaceAll("")).replaceAll("");
    }

    private String resource(String path) {
        try (InputStream in = getServletContext().getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Embedded by pages of other sites, which may demand it by their cross-origin policy.
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (BOOKING.equals(request.getServletPath())) {
            // A module of another origin; it holds nothing that is anybody's.
            response.setHeader("Access-Control-Allow-Origin", "*");
            booking.write(request, response);
        } else {
            script.write(request, response);
        }
    }
}
