package org.agentinbox.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** Tests every page and state: axe-core finds nothing in either theme, and nothing is cut off in a narrow window or with large text. */
class AccessibilityBrowserIT {

    private static final int NARROW = 320;
    private static final double SETTLED_WITHIN = 3_000;
    /** Finds sideways scrolling of the page, and links and controls beside the window that no scrolling area brings into view. */
    private static final String OUT_OF_REACH = """
        () => {
          const found = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page scrolls sideways'] : [];
          const every = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? every(one.shadowRoot) : [])]);
          const scrolls = (one) => one && (['auto', 'scroll'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > \
          one.clientWidth || scrolls(one.parentElement));
          for (const one of every(document)) {
            if (!one.matches('a[href], button, input, select, textarea, summary')) continue;
            if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: false }) || one.closest('.visually-hidden, [inert]')) \
            continue;
            const { left, right, width } = one.getBoundingClientRect();
            if (width > 1 && (left < -1 || right > innerWidth + 1) && !scrolls(one.parentElement)) found.push(`cut off: \
            ${one.localName}.${one.className}#${one.id}`);
          }
          return found;
        }""";

    /** Finds what is animated although the user prefers reduced motion. */
    private static final String MOVES = """
        () => {
          const every = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? every(one.shadowRoot) : [])]);
          const lasts = (durations) => durations.split(',').some((one) => parseFloat(one) > 0);
          return every(document.body).filter((one) => {
            const { transitionDuration, animationName, animationDuration } = getComputedStyle(one);
            return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration));
          }).map((one) => `moves: ${one.localName}.${one.getAttribute('class')}`);
        }""";
    /** Returns the focused element, and whether it, an ancestor or the label after it shows a focus ring. */
    private static final String FOCUSED = """
        () => {
          let one = document.activeElement;
          while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
          if (!one || one === document.body) return 'nothing';
          const ringed = (node) => {
            const { outlineStyle, outlineWidth } = node ? getComputedStyle(node) : {};
            return node && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
          };
          const around = [one, one.parentElement, one.parentElement?.parentElement, one.nextElementSibling];
          return `${around.some(ringed) ? 'seen' : 'unseen'}: ${one.localName}#${one.id}.${one.className}`;
        }""";
    private static final String JUMPS = """
        window.jumps = [];
        new PerformanceObserver((list) => list.getEntries().filter((entry) => !entry.hadRecentInput && entry.value > 0.001).forEach(({ \
        value, sources }) => {
          const nodes = sources.map(({ node }) => node).filter((node) => !node?.parentElement?.closest('#log'));
          if (nodes.length) jumps.push(`${value.toFixed(4)}: ${nodes.map((node) => node?.id || node?.className || node?.nodeName).join(', \
          ')}`);
        })).observe({ type: 'layout-shift', buffered: true });""";
    private static final int TAB_STOPS = 60;

    private final Installation installation = Installation.shared();
    private final List<String> problems = new ArrayList<>();
    private int states;

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    @AfterEach
    void nobodyElse() {
        People.nobodyIsAvailable(installation);
        installation
            .query("INSERT INTO missed_seen SELECT account_id, now() FROM agent ON CONFLICT (agent_id) DO UPDATE SET seen_at = now()");
        installation.query("DELETE FROM agent_block");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "ko-KR"})
    void pagesOutside(String locale) {
        browsers.expect("status of 40[34]");
        tour(Locale.forLanguageTag(locale)).outside();
        isInOrder(13);
    }

    @Test
    void administration() {
        browsers.expect("status of 400 .*/(answers|accounts)/import");
        tour(Locale.US).administration();
        isInOrder(45);
    }

    @Test
    void chats() {
        browsers.expect("WebSocket connection to");
        tour(Locale.US).chats();
        isInOrder(27);
    }

    @Test
    void nothingJumpsWhenMessagesCome() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.visitorSays("Hello");
            BrowserContext machine = browsers.open();
            machine.addInitScript(JUMPS);
            Page page = InboxWindow.signedIn(machine, installation, "ana").page();
            page.locator("#ask .icon-button").click();
            page.navigate(installation.address() + "?c=" + chat.id());
            InboxWindow ana = new InboxWindow(page);
            assertThat(ana.messages()).hasCount(1);
            assertThat(page.locator(".activity-row").first()).isVisible();
            for (int i = 0; i < 30; i++) {
                chat.visitorSays("Line " + i + "\nand one below".repeat(i % 3));
            }
            chat.agentSays("From another window");
            assertThat(ana.messages()).hasCount(32);
            page.evaluate("new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))");
            // Only the message log may move; everything around it must stay in place, also while the page loads.
            assertEquals(List.of(), page.evaluate("jumps"));
        }
    }

    @Test
    void whoWalksByKeyboardSeesWhere() {
        Page page = InboxWindow.signedIn(browsers.open(), installation, "sam").page();
        assertThat(page.getByRole(AriaRole.SWITCH)).isEnabled();
        for (String path : List.of("", "settings", "answers", "admin/now", "admin/agents", "admin/accounts", "admin/teams",
            "admin/rules", "admin/outcomes", "admin/entries", "admin/requests", "admin/audit", "reports", "password", "profile", "demo/")) {
            page.navigate(installation.address().resolve(path).toString());
            assertThat(page.locator("main:not([inert]) >> visible=true").first()).isVisible();
            if (path.equals("demo/")) {
                page.locator(".launcher").press("Enter");
            }
            Set<String> stops = stops(page);
            stops.stream().filter(stop -> stop.startsWith("unseen")).forEach(stop -> problems.add(path + ": " + stop));
            assertTrue(stops.size() >= 3, path + " stops only at " + stops);
        }
        assertEquals("", String.join("\n", problems));
    }

    private static Set<String> stops(Page page) {
        Set<String> stops = new LinkedHashSet<>();
        for (int i = 0; i < TAB_STOPS; i++) {
            page.keyboard().press("Tab");
            String stop = (String) page.evaluate(FOCUSED);
            if (stop.equals("nothing") && !stops.isEmpty()) {
                break;
            }
            stops.add(stop);
        }
        return stops;
    }

    private Tour tour(Locale locale) {
        return new Tour(installation, locale, () -> machine(locale), this::look);
    }

    private BrowserContext machine(Locale locale) {
        return browsers.openUntraced(options -> options.setReducedMotion(ReducedMotion.REDUCE).setLocale(locale.toLanguageTag()));
    }

    private void look(Page page, String state) {
        states++;
        Axe.violations(page).forEach(violation -> problems.add(state + ": " + violation));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Axe.violationsByColour(page).forEach(violation -> problems.add(state + ", dark: " + violation));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertEquals(language(page), page.evaluate("document.documentElement.lang"), state + ": its language");
        ((List<?>) page.evaluate(MOVES)).forEach(found -> problems.add(state + ": " + found));
        int width = page.viewportSize().width;
        int height = page.viewportSize().height;
        page.setViewportSize(NARROW, 640);
        try {
            page.waitForCondition(() -> outOfReach(page).isEmpty(), new Page.WaitForConditionOptions().setTimeout(SETTLED_WITHIN));
        } catch (TimeoutError stays) {
            outOfReach(page).forEach(found -> problems.add(state + ", " + NARROW + " wide: " + found));
        }
        page.setViewportSize(width, height);
    }

    private static List<?> outOfReach(Page page) {
        return (List<?>) page.evaluate(OUT_OF_REACH);
    }

    /** Each page of the demo site has one fixed language; the product's pages have the user's. */
    private static Object language(Page page) {
        return page.url().contains("/demo/") ? page.url().contains(".ko.") ? "ko" : "en" : page.evaluate("navigator.language.slice(0, 2)");
    }

    private void isInOrder(int atLeast) {
        assertEquals("", String.join("\n", problems));
        assertTrue(states >= atLeast, states + " states");
    }
}
