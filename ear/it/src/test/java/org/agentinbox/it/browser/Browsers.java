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
 * The machines of the people in a test. Closed when the test ends; where it failed, a screenshot of each page and a trace of
 * each context are kept in {@code target/it/browser}.
 */
public final class Browsers implements AfterTestExecutionCallback {

    private static final Path KEPT = Path.of(System.getProperty("agentinbox.it.work", "target/it"), "browser");
    private static final double PATIENCE = 30_000;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final Set<BrowserContext> traced = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    /** @return a person's machine: English, Berlin, 1440 × 900, light */
    public BrowserContext open() {
        return open(options -> {});
    }

    /** @return a person's machine that is set up in another way */
    public BrowserContext open(Consumer<Browser.NewContextOptions> setUp) {
        BrowserContext context = openUntraced(setUp);
        // Without the film of the screen, which would cost as much as the test: the pages' states at each step are there.
        context.tracing().start(new Tracing.StartOptions().setSnapshots(true));
        traced.add(context);
        return context;
    }

    /** @return a machine of which only the last screens are kept: for long ways, whose trace would cost more than the way */
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

    /** @param pattern of a complaint that belongs to what the test does, such as a page that is refused */
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
            // A page that crashed has nothing to show; the failure of the test is what counts.
            System.err.println("No picture for " + kept + ": " + tooLate.getMessage());
        } finally {
            context.close();
        }
    }
}
