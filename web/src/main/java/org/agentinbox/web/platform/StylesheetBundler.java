package org.agentinbox.web.platform;

import java.net.URI;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a stylesheet and those that it imports into one, each where it is imported: what comes later still wins. */
final class StylesheetBundler {

    private static final Pattern IMPORT = Pattern.compile("^@import \"([\\w./-]+\\.css)\";$", Pattern.MULTILINE);

    private StylesheetBundler() {}

    /**
     * @param path of the stylesheet that is asked for
     * @param sources gives the text of a stylesheet by its path
     * @return its text, in which nothing is imported
     */
    static String combined(String path, UnaryOperator<String> sources) {
        return IMPORT.matcher(sources.apply(path))
            .replaceAll(imported -> Matcher.quoteReplacement(combined(URI.create(path).resolve(imported.group(1)).toString(), sources)));
    }
}
