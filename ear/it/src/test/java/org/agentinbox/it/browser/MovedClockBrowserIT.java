package org.agentinbox.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

/**
 * Tests that time alone changes an agent's availability: the switch and its text follow on every open page, at the moment of the change,
 * without a click and without a request by the browser.
 */
class MovedClockBrowserIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration BEFORE = Duration.ofSeconds(4);
    private static final Duration AT_MOST = Duration.ofSeconds(2);
    /** Records each text that the page shows beside the switch, with the browser's time. */
    private static final String NOTE_CHANGES = """
        document.addEventListener('DOMContentLoaded', () => {
          const words = document.getElementById('availability-words');
          if (!words) return;
          const seen = [];
          new MutationObserver(() => {
            seen.push({ at: Date.now(), text: words.textContent });
            document.documentElement.dataset.seen = JSON.stringify(seen);
          }).observe(words, { childList: true, characterData: true, subtree: true });
        });
        """;
    private static Installation installation;

    @RegisterExtension
    private final Browsers browsers = new Browsers();
    private final Collection<String> requests = new ConcurrentLinkedQueue<>();
    private final List<InboxWindow> windows = new ArrayList<>();

    @BeforeAll
    static void install() {
        installation = Installation.movable();
    }

    /** A weekend of an agent: a block starts and ends, a day that was switched on ends, and the clocks go forward in the night. */
    @Test
    void theSwitchFollowsTheClockByItself() {
        ZoneOffsetTransition forward = nextGap();
        LocalDate sunday = forward.getDateTimeAfter().toLocalDate();
        LocalDate saturday = sunday.minusDays(1);
        work(saturday, 9, 12);
        // The block starts at the first local time after the gap.
        work(sunday, forward.getDateTimeAfter().getHour(), forward.getDateTimeAfter().getHour() + 3);
        installation.clock().set(at(saturday, 8));
        openTwoWindows();
        switchTo(1, true, "Available \\(you switched\\), from 9:00.AM by your schedule");
        switchTo(0, false, "Unavailable until 9:00.AM, when your next block starts \\(you switched\\)");
        passes(at(saturday, 9), true, "Available until 12:00.PM \\(your schedule\\)");
        passes(at(saturday, 12), false, "Unavailable until Sun 3:00.AM, when your next block starts");
        switchTo(1, true, "Available until midnight \\(you switched\\)");
        passes(at(sunday, 0), false, "Unavailable until (Sun )?3:00.AM, when your next block starts");
        passes(forward.getInstant(), true, "Available until (Sun )?6:00.AM \\(your schedule\\)");
    }

    /** The network is away long enough for the server to close the connection. */
    @Test
    void aComputerThatSleptSeesAtOnceWhatIsInForce() {
        LocalDate monday = installation.clock().now().atZone(ZONE).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        installation.query("DELETE FROM agent_block");
        installation.query("UPDATE agent SET override_available = NULL, override_at = NULL");
        work(monday, 9, 12);
        installation.clock().set(at(monday, 8));
        openTwoWindows();
        try (Sleep ignored = Sleep.begins()) {
            Await.until("the server knows nobody is there", Duration.ofSeconds(60),
                () -> installation.query("SELECT 1 FROM agent_connection WHERE seen_at > ?::timestamptz",
                    installation.clock().now().minusSeconds(25).toString()).isEmpty());
            installation.clock().set(at(monday, 10));
        }
        windows.forEach(window -> assertThat(words(window)).hasText(Pattern.compile("Available until 12:00.PM \\(your schedule\\)"),
            new LocatorAssertions.HasTextOptions().setTimeout(10_000)));
        Await.until("the agent is there again", Duration.ofSeconds(10),
            () -> installation.query("SELECT 1 FROM agent_connection").size() == 2);
    }

    private static ZoneOffsetTransition nextGap() {
        ZoneOffsetTransition next = ZONE.getRules().nextTransition(installation.clock().now());
        return next.isGap() ? next : ZONE.getRules().nextTransition(next.getInstant());
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZONE).toInstant();
    }

    private static void work(LocalDate day, int from, int to) {
        installation.query("UPDATE agent SET time_zone = ? WHERE account_id = (SELECT id FROM account WHERE user_name = 'ana')",
            ZONE.getId());
        installation.query("INSERT INTO agent_block (agent_id, weekday, start_minute, end_minute) SELECT id, ?, ?, ? FROM account "
            + "WHERE user_name = 'ana'", day.getDayOfWeek().getValue(), from * 60, to * 60);
    }

    private void openTwoWindows() {
        BrowserContext machine = browsers.open(options -> options.setTimezoneId(ZONE.getId()));
        machine.addInitScript(NOTE_CHANGES);
        windows.add(InboxWindow.signedIn(machine, installation, "ana"));
        Page second = machine.newPage();
        second.navigate(installation.address().toString());
        windows.add(new InboxWindow(second));
        for (InboxWindow window : windows) {
            assertThat(words(window)).hasText(Pattern.compile("Unavailable until 9:00.AM.*"));
            window.page().onRequest(request -> requests.add(request.method() + " " + request.url()));
        }
    }

    /** Uses the switch in one window and waits until the other one follows. */
    private void switchTo(int window, boolean available, String wordsThen) {
        windows.get(window).setAvailable(available);
        windows.forEach(each -> assertThat(words(each)).hasText(Pattern.compile(wordsThen)));
    }

    private static Locator words(InboxWindow window) {
        return window.page().locator("#availability-words");
    }

    /** Moves the clock to a moment with both windows open. */
    private void passes(Instant moment, boolean available, String wordsThen) {
        List<Integer> before = windows.stream().map(window -> seen(window).size()).toList();
        requests.clear();
        installation.clock().set(moment.minus(BEFORE));
        Duration ahead = Duration.between(Instant.now(), installation.clock().now());
        for (InboxWindow window : windows) {
            assertThat(words(window)).hasText(Pattern.compile(wordsThen));
            assertThat(window.page().getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Available")))
                .isChecked(new LocatorAssertions.IsCheckedOptions().setChecked(available));
        }
        for (int i = 0; i < windows.size(); i++) {
            JsonArray seen = seen(windows.get(i));
            assertEquals(before.get(i) + 1, seen.size(), "one change, not more: " + seen);
            JsonObject change = seen.getJsonObject(seen.size() - 1);
            Duration late = Duration.between(moment, Instant.ofEpochMilli(change.getJsonNumber("at").longValue()).plus(ahead));
            System.out.printf("%s: window %d changed %d ms after the moment%n", moment, i + 1, late.toMillis());
            assertTrue(!late.plusMillis(2).isNegative() && late.compareTo(AT_MOST) <= 0, change + " came " + late + " after " + moment);
        }
        assertEquals(List.of(), List.copyOf(requests));
    }

    private static JsonArray seen(InboxWindow window) {
        return Json.createReader(new StringReader(window.page().locator("html").getAttribute("data-seen"))).readArray();
    }
}
