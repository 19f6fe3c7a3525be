package org.agentinbox.it.availability;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** Tests what the widget says about the availability of agents before the visitor types anything. */
class WidgetPresenceBrowserIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int TOLD_WITHIN_MILLIS = 5_000;

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();
    private SocketClient ana;

    @BeforeEach
    void anaIsAtHerDesk() {
        People.nobodyIsAvailable(installation);
        ana = People.inbox(installation, "ana");
    }

    @AfterEach
    void anaLeaves() {
        ana.close();
        installation.query("DELETE FROM agent_block");
        People.nobodyIsAvailable(installation);
    }

    private WidgetWindow visitor(BrowserContext machine) {
        return WidgetWindow.on(machine, installation.address().resolve("demo/").toString());
    }

    private static Locator panel(WidgetWindow window) {
        return window.page().getByRole(AriaRole.DIALOG);
    }

    private static void says(WidgetWindow window, String pattern) {
        assertThat(panel(window).locator("header")).containsText(Pattern.compile(pattern),
            new LocatorAssertions.ContainsTextOptions().setTimeout(TOLD_WITHIN_MILLIS));
    }

    /** Waits for a text in the live region, which screen readers announce. */
    private static void tells(WidgetWindow window, String text) {
        assertThat(panel(window).getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(text))).hasCount(1);
    }

    @Test
    void itFollowsWhoIsThereUntilAChatRuns() {
        WidgetWindow vera = visitor(browsers.open()).open();
        says(vera, "Nobody is free right now");
        People.setAvailable(ana, true);
        says(vera, "We reply now");
        tells(vera, "We reply now");
        assertThat(panel(vera)).containsText("Somebody is here right now.");
        ana.goodbye();
        says(vera, "Nobody is free right now");
        tells(vera, "Nobody is free right now");
        vera.fill("Vera Early", "vera@acme.example", "Anybody?").button("Start chat").click();
        assertThat(vera.log()).containsText("Nobody can chat right now.");
        ana = People.inbox(installation, "ana");
        vera.button("Start a new chat").click();
        says(vera, "We reply now");
        vera.fill("Vera Early", "vera@acme.example", "Now?").button("Start chat").click();
        says(vera, "Looking for someone");
        assertThat(panel(vera)).not().containsText("We reply now");
        vera.button("End chat").click();
        vera.page().getByRole(AriaRole.ALERTDIALOG).getByText("End chat", new Locator.GetByTextOptions().setExact(true)).click();
        vera.isReadOnly();
    }

    @Test
    void itSaysWhenSomebodyIsBackInTheWordsOfTheVisitorsDay() {
        LocalDate day = LocalDate.now(ZONE).plusDays(5);
        installation
            .query("UPDATE agent SET time_zone = 'Europe/Berlin' WHERE account_id = (SELECT id FROM account WHERE user_name = 'ana')");
        installation.query("INSERT INTO agent_block (agent_id, weekday, start_minute, end_minute) SELECT id, ?, 540, 720 FROM account "
            + "WHERE user_name = 'ana'", day.getDayOfWeek().getValue());
        ana.close();
        WidgetWindow vera = visitor(browsers.open());
        itIs(vera, day, 7, "Chat with us", "Close", "We are back today at 9:00.AM");
        itIs(vera, day.minusDays(1), 23, "Chat with us", "Close", "We are back tomorrow at 9:00.AM");
        itIs(vera, day.minusDays(3), 12, "Chat with us", "Close", "We are back " + weekday(day, Locale.ENGLISH) + " at 9:00.AM");
        itIs(vera, day.minusDays(7), 12, "Chat with us", "Close",
            "We are back " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + day.getDayOfMonth() + " at 9:00.AM");
        WidgetWindow sua = visitor(browsers.open(options -> options.setLocale("ko-KR").setTimezoneId("Asia/Seoul")));
        String time = hourInSeoul(day) + "에 다시 상담을 시작합니다";
        itIs(sua, day, 4, "채팅 문의", "닫기", "오늘 " + time);
        itIs(sua, day.minusDays(1), 4, "채팅 문의", "닫기", "내일 " + time);
        itIs(sua, day.minusDays(3), 4, "채팅 문의", "닫기", weekday(day, Locale.KOREAN) + " " + time);
        itIs(sua, day.minusDays(8), 4, "채팅 문의", "닫기", day.getMonthValue() + "월 " + day.getDayOfMonth() + "일 " + time);
    }

    /** Nine in the morning in Berlin. */
    private static String hourInSeoul(LocalDate day) {
        return "오후 " + (day.atTime(9, 0).atZone(ZONE).withZoneSameInstant(ZoneId.of("Asia/Seoul")).getHour() - 12) + ":00";
    }

    private static String weekday(LocalDate day, Locale locale) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    }

    private static void itIs(WidgetWindow window, LocalDate day, int hour, String open, String close, String words) {
        Instant now = day.atTime(hour, 0).atZone(ZONE).toInstant();
        window.page().clock().setFixedTime(now.toEpochMilli());
        window.button(open).click();
        says(window, words);
        window.button(close).click();
    }
}
