package org.agentinbox.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.ColorScheme;

/**
 * The browser contexts of a test, one for each person's machine. They are closed when the test ends. Where it failed, a screenshot of each
 * page and a trace of each context are kept in {@code target/it/browser}.
 */
public final class Browsers implements AfterTestExecutionCallback {

    private static final Path KEPT = Path.of(System.getProperty("agentinbox.it.work", "target/it"), "browser");
    private static final double PATIENCE = 30_000;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final Set<BrowserContext> traced = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    /** @return the context of a person's machine: English, Berlin, 1440 × 900, light */
    public BrowserContext open() {
        return open(options -> {});
    }

    /** @return the context of a person's machine with other settings */
    public BrowserContext open(Consumer<Browser.NewContextOptions> setUp) {
        BrowserContext context = openUntraced(setUp);
        // Without screenshots, which would cost as much as the test itself; snapshots show the pages' state at each step.
        context.tracing().start(new Tracing.StartOptions().setSnapshots(true));
        traced.add(context);
        return context;
    }

    /** @return a context without a trace, for long tests, where the trace would cost more than the test; the last screens are kept */
    public BrowserContext openUntraced(Consumer<Browser.NewContextOptions> setUp) {
        Browser.NewContextOptions options = new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("en-US")
            .setTimezoneId("Europe/Berlin").setColorScheme(ColorScheme.LIGHT).setAcceptDownloads(true);
        setUp.accept(options);
        BrowserContext context = BrowserProgram.running().newContext(options);
        context.setDefaultTimeout(PATIENCE);
        context.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        context.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        contexts.add(context);
        return context;
    }

    /** @param pattern of a console error that the test causes, such as a page that is refused */
    public void expect(String pattern) {
        expected.add(Pattern.compile(pattern));
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        boolean failed = test.getExecutionException().isPresent();
        String name = test.getRequiredTestClass().getSimpleName() + "." + test.getRequiredTestMethod().getName();
        List<String> unexpected = complaints.stream().filter(c -> expected.stream().noneMatch(e -> e.matcher(c).find())).toList();
        boolean keep = failed || !unexpected.isEmpty();
        for (int i = 0; i < contexts.size(); i++) {
            close(contexts.get(i), keep ? KEPT.resolve(name + "-" + i) : null);
        }
        contexts.clear();
        if (!failed) {
            assertEquals(List.of(), unexpected, "complaints of the pages");
        }
    }

    private void close(BrowserContext context, Path kept) {
        try {
            if (kept != null) {
                List<Page> pages = context.pages();
                for (int i = 0; i < pages.size(); i++) {
                    pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(Path.of(kept + "-" + i + ".png")));
                }
                if (traced.contains(context)) {
                    context.tracing().stop(new Tracing.StopOptions().setPath(Path.of(kept + "-trace.zip")));
                }
            }
        } catch (PlaywrightException tooLate) {
            // A crashed page has no screenshot; what counts is the failure of the test.
            System.err.println("No picture for " + kept + ": " + tooLate.getMessage());
        } finally {
            context.close();
        }
    }
}
