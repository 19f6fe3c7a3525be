package org.agentinbox.web.platform;

import java.net.URI;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces the imports of a stylesheet by the imported text, in place, so that the order of the rules stays the same. */
final class StylesheetBundler {

    private static final Pattern IMPORT = Pattern.compile("^@import \"([\\w./-]+\\.css)\";$", Pattern.MULTILINE);

    private StylesheetBundler() {}

    /**
     * @param path of the requested stylesheet
     * @param sources gives the text of a stylesheet by its path
     * @return its text without imports
     */
    static String combined(String path, UnaryOperator<String> sources) {
        return IMPORT.matcher(sources.apply(path))
            .replaceAll(imported -> Matcher.quoteReplacement(combined(URI.create(path).resolve(imported.group(1)).toString(), sources)));
    }
}
