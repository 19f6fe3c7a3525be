package org.agentinbox.it.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** The browser to test with: the one that {@code AGENTINBOX_BROWSER} names, else an installed one, else one that Playwright downloads. */
public final class BrowserProgram {

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final List<String> PLACES = List.of(
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
        "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");
    /** In milliseconds; longer than the longest pause before a page connects again. */
    private static final double PATIENCE = 30_000;
    private static Browser browser;

    private BrowserProgram() {}

    /** @return the running browser, started at the first call and stopped when the JVM ends */
    public static synchronized Browser running() {
        if (browser == null) {
            Optional<Path> installed = installed();
            Map<String, String> environment = installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
            installed.ifPresent(options::setExecutablePath);
            browser = playwright.chromium().launch(options);
        }
        return browser;
    }

    private static Optional<Path> installed() {
        Optional<Path> named = Stream.of(System.getProperty("agentinbox.browser"), System.getenv("AGENTINBOX_BROWSER"))
            .filter(name -> name != null && !name.isBlank()).map(Path::of).findFirst();
        named.filter(path -> !Files.isExecutable(path)).ifPresent(path -> {
            throw new IllegalStateException("AGENTINBOX_BROWSER names " + path + ", which is not a program.");
        });
        return named.or(() -> PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst());
    }
}
