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
 * The widget: its parts, styles and texts put together into the one script that customers embed. What stands there for those who write
 * it, comments on lines of their own and indentation, is left out; no text of the parts may go over several lines.
 */
@WebServlet(urlPatterns = "/widget.js", loadOnStartup = 2)
public class WidgetServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern COMMENTS = Pattern.compile("^\\s*(//.*|/\\*[\\s\\S]*?\\*/\\s*)$", Pattern.MULTILINE);
    private static final Pattern INDENTATION = Pattern.compile("^\\s+", Pattern.MULTILINE);
    private static final String FOLDER = "/WEB-INF/classes/org/agentinbox/widget/";

    private transient Cached script;

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        StringBuilder text = new StringBuilder("(()=>{\"use strict\";\n");
        // The parts' names begin with numbers: their order in the script.
        new TreeSet<>(config.getServletContext().getResourcePaths(FOLDER)).stream().filter(part -> part.endsWith(".js"))
            .forEach(part -> text.append(lean(resource(part))).append('\n'));
        String styles = Frame.json().createValue(lean(resource(FOLDER + "widget.css"))).toString();
        script = new Cached("text/javascript;charset=UTF-8", text.append("})();\n").toString()
            .replace("__TEXTS__", texts()).replace("__STYLES__", styles));
    }

    private static String texts() {
        return Frame.object().with("en", Bundles.json("widget", Locale.ENGLISH)).with("ko", Bundles.json("widget", Locale.KOREAN)).toString();
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
        script.write(request, response);
    }
}
