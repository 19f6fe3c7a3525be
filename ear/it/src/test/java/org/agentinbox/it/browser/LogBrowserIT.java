package org.agentinbox.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Tests how the message log shows days, times, links and lines, in the inbox and in the widget. */
class LogBrowserIT {

    /** The autumn night of 2025 in Berlin in which 02:30 came twice, and the midnights around it. */
    private static final List<String> AUTUMN = List.of("2025-10-25T21:59:30Z", "2025-10-25T22:00:10Z", "2025-10-26T00:30:00Z",
        "2025-10-26T01:30:00Z",
        "2025-10-26T22:59:59Z", "2025-10-26T23:00:00Z");
    /**
     * Names the days as seen half an hour after the end of a day of 23 hours. It imports the module's source, because the page's own script
     * is a bundle.
     */
    private static final String DAYS_AFTER_SPRING = """
        async () => {
          const modules = new URL('assets/inbox/', document.baseURI);
          await (await import(new URL('texts.js', modules))).loadTexts('en');
          const time = await import(new URL('time.js', modules));
          time.setServerNow('2026-03-29T22:30:00Z');
          return ['2026-03-29T22:10:00Z', '2026-03-28T23:10:00Z', '2026-03-28T22:50:00Z'].map(time.dayName);
        }
        """;
    private static final String TEXT = "https://a.example/x?y=1, vera@x.example를 보세요\nhttps://bank.example@evil.example "
        + "javascript:alert(1)\n  👩‍👩‍👧 끝";

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void nobodyElse() {
        People.nobodyIsAvailable(installation);
    }

    @Test
    void daysAndTimesAreTheReadersOwn() {
        InboxWindow berlin = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        WidgetWindow seoul = WidgetWindow.on(browsers.open(options -> options.setTimezoneId("Asia/Seoul")), demo()).startChat("Vera Days",
            "Message 1");
        berlin.accept();
        assertThat(berlin.messages()).hasCount(1);
        UUID chat = UUID.fromString(installation.query("SELECT id FROM conversation WHERE state = 'ACTIVE'").get(0));
        installation.query("DELETE FROM message WHERE conversation_id = ?", chat);
        for (int i = 0; i < AUTUMN.size(); i++) {
            installation.query(
                "INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at) SELECT id, ?, "
                    + "gen_random_uuid(), "
                    + "'TEXT', 'AGENT', agent_id, 'Message', ?::timestamptz FROM conversation WHERE id = ?",
                i + 1, AUTUMN.get(i), chat);
        }
        berlin.page().reload();
        seoul.page().reload();
        assertThat(berlin.messages()).hasCount(AUTUMN.size());
        assertThat(seoul.messages()).hasCount(AUTUMN.size());
        assertEquals(
            List.of("Saturday, October 25, 2025", "11:59 PM", "Sunday, October 26, 2025", "12:00 AM", "2:30 AM", "2:30 AM", "11:59 PM",
                "Monday, October 27, 2025", "12:00 AM"),
            daysAndTimes(berlin.log(), ".day span, time"));
        assertEquals(List.of("Sunday, October 26", "6:59 AM", "7:00 AM", "9:30 AM", "10:30 AM", "Monday, October 27", "7:59 AM", "8:00 AM"),
            daysAndTimes(seoul.log(), ".day, time"));
        assertEquals(List.of("Today", "Yesterday", "Saturday, March 28"), berlin.page().evaluate(DAYS_AFTER_SPRING));
    }

    private static List<String> daysAndTimes(Locator log, String selector) {
        return log.locator(selector).allTextContents().stream().map(text -> text.replace('\u202f', ' ')).toList();
    }

    @Test
    void whatWasTypedIsShownAsItIsAndOnlyAddressesAreLinks() {
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        WidgetWindow vera = WidgetWindow.on(browsers.open(), demo()).startChat("Vera Links", TEXT);
        ana.accept();
        ana.send(TEXT);
        assertThat(ana.messages()).hasCount(2);
        assertThat(vera.messages()).hasCount(2);
        for (Page page : List.of(ana.page(), vera.page())) {
            for (String text : page.locator("article .bubble-text, article .text").allTextContents()) {
                assertEquals(TEXT, text);
            }
            Locator links = page.locator("article a");
            assertEquals(List.of("https://a.example/x?y=1", "mailto:vera@x.example", "https://bank.example/"),
                links.evaluateAll("(all) => all.slice(0, 3).map((one) => one.href)"));
            assertThat(links).hasCount(6);
            for (Locator link : links.all()) {
                assertThat(link).hasAttribute("rel", Pattern.compile("noopener"));
            }
        }
        ana.endSession();
    }

    private String demo() {
        return installation.address().resolve("demo/").toString();
    }
}
