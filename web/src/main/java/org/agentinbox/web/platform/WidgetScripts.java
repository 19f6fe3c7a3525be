package org.agentinbox.web.platform;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The scripts that customers embed: the widget's modules with their styles and texts as one script, and those for booking a meeting as a
 * module that the widget loads where a calendar is shared. Comments on lines of their own, indentation and most ends of lines are removed,
 * so texts in these modules must not span several lines, and no line may end with a comment.
 */
final class WidgetScripts {

    private static final String FOLDER = "widget/";
    /** Where the styles are that go with the texts of a bundle. */
    private static final Map<String, String> STYLES = Map.of("widget", FOLDER + "widget.css", "booking", FOLDER + "booking/booking.css");
    private static final Pattern COMMENTS = Pattern.compile("^\\s*(//.*|/\\*[\\s\\S]*?\\*/\\s*)$", Pattern.MULTILINE);
    private static final Pattern INDENTATION = Pattern.compile("^\\s+", Pattern.MULTILINE);
    /** Where a line goes on in the next one, whatever that is. */
    private static final Pattern JOINED = Pattern.compile("([{,(;])\\n");
    private static final Pattern SPACES = Pattern.compile("\\s*([{};,>])\\s*");

    private final UnaryOperator<String> sources;

    /** @param sources gives the text of an asset by its path below the folder of the assets */
    WidgetScripts(UnaryOperator<String> sources) {
        this.sources = sources;
    }

    /** @return a classic script, so that any page can embed it; it adds no global names to the page */
    String widget() {
        return "(()=>{\"use strict\";\n" + modules(FOLDER, "widget") + "})();\n";
    }

    /** @return a module */
    String booking() {
        return modules(FOLDER + "booking/", "booking");
    }

    /** @return a classic script that shows an entry which is being edited */
    String preview() {
        return "(()=>{\"use strict\";\n" + modules(FOLDER + "preview/", "widget") + "})();\n";
    }

    private String modules(String folder, String bundle) {
        String styles = JSON.createValue(leanStyles(sources.apply(STYLES.get(bundle)))).toString();
        String code = ModuleBundler.of(folder + "main.js", path -> lean(sources.apply(path)), FOLDER).code();
        return JOINED.matcher(code).replaceAll("$1")
            .replace("__TEXTS__", texts(bundle)).replace("__STYLES__", styles);
    }

    private static String texts(String bundle) {
        return JsonMessage.object().with("en", Bundles.json(bundle, Locale.ENGLISH)).with("ko", Bundles.json(bundle, Locale.KOREAN))
            .toString();
    }

    /** Also without the spaces that separate nothing. */
    private static String leanStyles(String source) {
        return SPACES.matcher(lean(source)).replaceAll("$1").replace(": ", ":").replace(";}", "}");
    }

    private static String lean(String source) {
        return INDENTATION.matcher(COMMENTS.matcher(source).replaceAll("")).replaceAll("");
    }
}
