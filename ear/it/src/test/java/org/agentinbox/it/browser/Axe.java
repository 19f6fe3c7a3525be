package org.agentinbox.it.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.microsoft.playwright.Page;

/**
 * Applies the rules of WCAG 2.2 AA that a program can check to a page in its current state. The script is injected through the browser's
 * tools, like one of an extension, so the page's policy need not allow it.
 */
public final class Axe {

    private static final String SCRIPT = script();
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");
    private static final String RUN = """
        async (runOnly) => {
          const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'], preload: false });
          return violations.flatMap(({ id, impact, nodes }) => nodes.map(({ target, any, all, none }) =>
            `${id} (${impact}): ${target.flat().join(' >> ')}: ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`));
        }""";

    private Axe() {}

    /** @return the violations on the page in its current state: rule, element, reason */
    public static List<String> violations(Page page) {
        return violations(page, RULES);
    }

    /** @return the violations of the rules about colours only, for states whose other rules were checked in another theme */
    static List<String> violationsByColour(Page page) {
        return violations(page, COLOURS);
    }

    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page, List<String> rules) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(RUN, rules);
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
