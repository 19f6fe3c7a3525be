package org.agentinbox.it.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.agentinbox.it.support.Installation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * Takes pictures of every page and state, in both languages, both themes and three widths, for people to look at. They are in the folder
 * {@code screens} of the tests' working folder. Run it with {@code mvn -pl ear/it -am verify -Dit.test=ScreensBrowserIT
 * -Dit.groups=pictures -Dit.excludedGroups=}.
 */
@Tag("pictures")
class ScreensBrowserIT {

    private static final Path PLACE = Path.of(System.getProperty("agentinbox.it.work", "target/it"), "screens");
    private static final List<int[]> SIZES = List.of(new int[]{1280, 800}, new int[]{1920, 1080}, new int[]{390, 844});

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void everyState(String language) {
        browsers.expect("status of 40[034]|WebSocket connection to");
        try (Installation installation = Installation.start("screens-" + language, Map.of("agentinbox.demo", "true"))) {
            Tour tour = new Tour(installation, Locale.forLanguageTag(language), () -> machine(language),
                (page, state) -> picture(page, language, state));
            tour.outside();
            tour.administration();
            tour.chats();
        }
    }

    private BrowserContext machine(String language) {
        return browsers
            .openUntraced(options -> options.setReducedMotion(ReducedMotion.REDUCE).setLocale(language.equals("ko") ? "ko-KR" : "en-US")
                .setTimezoneId(language.equals("ko") ? "Asia/Seoul" : "Europe/Berlin"));
    }

    private static void picture(Page page, String language, String state) {
        int width = page.viewportSize().width;
        int height = page.viewportSize().height;
        for (int[] size : SIZES) {
            page.setViewportSize(size[0], size[1]);
            for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                String name = "%s-%d-%s-%s.png".formatted(state.replace('/', '-'), size[0], theme.name().toLowerCase(Locale.ROOT),
                    language);
                page.screenshot(new Page.ScreenshotOptions().setPath(PLACE.resolve(name)));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(width, height);
    }
}
