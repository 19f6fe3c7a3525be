package org.agentinbox.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.IntStream;

import org.agentinbox.it.Installation;
import org.agentinbox.it.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A chat of 5,000 messages: all are there, in order, and it costs the pages no more than a short one. */
class LongChatBrowserIT {

    private static final int MANY = 5_000;
    private static final int FEW = 50;
    private static final int MOST_ROWS = 320;
    /** A machine that is busy with something else has some in any case. */
    private static final int SOME_LONG_TASKS = 5;
    private static final String WATCH = """
        window.longTasks = 0;
        window.shifted = 0;
        new PerformanceObserver((list) => { window.longTasks += list.getEntries().length; }).observe({ type: 'longtask' });
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifted += entry.value; })).observe({ type: 'layout-shift' });
        window.logOf = () => document.getElementById('log') ?? document.querySelector('agent-inbox-widget').shadowRoot.querySelector('.log');
        window.numbers = () => [...logOf().querySelectorAll('article')].map((row) => Number(/Message (\\d+)/.exec(row.textContent)?.[1] ?? 0));
        window.place = () => {
          const top = logOf().getBoundingClientRect().top;
          const row = [...logOf().querySelectorAll('article')].find((one) => one.getBoundingClientRect().bottom > top);
          return row ? [row.textContent, row.getBoundingClientRect().bottom - top] : null;
        };
        window.frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        """;
    /** Scrolls up to the first message: what was seen, how often rows stood in a wrong order, how often what is in view jumped. */
    private static final String READ_ALL = """
        async (many) => {
          const box = logOf();
          const seen = new Set();
          const halves = [0, 0];
          let disorder = 0;
          let jumps = 0;
          let most = 0;
          const end = performance.now() + 120_000;
          while (performance.now() < end && !(seen.has(1) && box.scrollTop === 0)) {
            const shown = numbers();
            shown.forEach((number, i) => { seen.add(number); if (i > 0 && number !== shown[i - 1] + 1) disorder++; });
            most = Math.max(most, shown.length);
            const place = box.getBoundingClientRect();
            const row = [...box.querySelectorAll('article')].find((one) => one.getBoundingClientRect().top >= place.top);
            const before = row.getBoundingClientRect().bottom + box.scrollTop;
            const tasks = longTasks;
            box.scrollTop -= 1_200;
            const wanted = before - box.scrollTop;
            await frame();
            halves[shown[0] > many / 2 ? 0 : 1] += longTasks - tasks;
            if (row.isConnected && Math.abs(row.getBoundingClientRect().bottom - wanted) > 2) jumps++;
          }
          return { seen: [...seen].sort((a, b) => a - b), disorder, jumps, most, first: halves[0], second: halves[1] };
        }
        """;

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();
    private InboxWindow ana;
    private WidgetWindow vera;

    @BeforeEach
    void nobodyElse() {
        People.nobodyIsAvailable(installation);
        BrowserContext machine = browsers.open();
        machine.addInitScript(WATCH);
        ana = InboxWindow.signedIn(machine, installation, "ana").setAvailable(true);
    }

    @Test
    void theInboxShowsAllOfItAndStaysSmooth() {
        chat(FEW);
        theEndStaysInView(ana.page(), ana.message());
        int few = cameIn(ana.page(), () -> comeFromVisitor(FEW));
        ana.endSession();
        chat(MANY);
        int many = cameIn(ana.page(), () -> comeFromVisitor(MANY));
        assertTrue(many <= 2 * few + SOME_LONG_TASKS, many + " long tasks, " + few + " in a short chat");
        Map<?, ?> read = readAll(ana.page(), MANY + 20);
        assertEquals(0, read.get("jumps"), "what is in view stays where it is");
        assertTrue((int) read.get("most") <= MOST_ROWS, read.get("most") + " rows at a time");
        assertTrue((int) read.get("second") <= 2 * (int) read.get("first") + SOME_LONG_TASKS, read.get("second") + " after " + read.get("first"));
        thePlaceIsKept();
        ana.button("To the newest").click();
        assertThat(ana.messages().last()).containsText("Message " + (MANY + 20));
        ana.endSession();
    }

    /** While the box grows, and when more is typed into it after that. */
    private static void theEndStaysInView(Page page, Locator box) {
        box.fill("1\n2\n3\n4\n5");
        box.press("End");
        box.pressSequentially("6");
        page.waitForFunction("logOf().scrollHeight - logOf().scrollTop - logOf().clientHeight < 2");
        box.fill("");
    }

    private void thePlaceIsKept() {
        ana.page().evaluate("async () => { for (let i = 0; i < 12; i++) { logOf().scrollTop += 600; await frame(); } }");
        Object place = ana.page().evaluate("place()");
        ana.page().reload();
        comesBackTo(place);
        ana.show("All");
        ana.rows().filter(new Locator.FilterOptions().setHasText("Vera Short")).first().click();
        assertThat(ana.log()).containsText("Message " + FEW);
        ana.rows().filter(new Locator.FilterOptions().setHasText("Vera Long")).first().click();
        comesBackTo(place);
    }

    private void comesBackTo(Object place) {
        ana.page().waitForFunction("([text, y]) => window.place?.() && place()[0] === text && Math.abs(place()[1] - y) < 3", place);
    }

    @Test
    void theWidgetShowsAllOfItAndStaysSmooth() {
        chat(FEW);
        theEndStaysInView(vera.page(), vera.textBox("Message"));
        int few = cameIn(vera.page(), () -> comeFromAgent(FEW));
        ana.endSession();
        vera.isReadOnly();
        chat(MANY);
        assertTrue(vera.messages().count() <= MOST_ROWS, "begins with the newest");
        Map<?, ?> read = readAll(vera.page(), MANY);
        assertEquals(0, read.get("jumps"), "what is in view stays where it is");
        vera.page().evaluate("logOf().scrollTop = logOf().scrollHeight");
        int many = cameIn(vera.page(), () -> comeFromAgent(MANY));
        assertTrue(many <= 2 * few + SOME_LONG_TASKS, many + " long tasks, " + few + " in a short chat");
        assertTrue(vera.messages().count() <= MOST_ROWS, "what was read is let go");
        ana.endSession();
    }

    private Map<?, ?> readAll(Page page, int last) {
        Map<?, ?> read = (Map<?, ?>) page.evaluate(READ_ALL, last);
        assertEquals(IntStream.rangeClosed(1, last).boxed().toList(), read.get("seen"), "all of it, and nothing else");
        assertEquals(0, read.get("disorder"), "in order, nothing twice");
        return read;
    }

    /** @return how many long tasks it took the page to show what comes; nothing in it may have shifted */
    private static int cameIn(Page page, Runnable comes) {
        page.evaluate("() => { window.longTasks = 0; window.shifted = 0; }");
        comes.run();
        assertEquals(0.0, ((Number) page.evaluate("shifted")).doubleValue(), 0.01, "layout shift");
        return (int) page.evaluate("longTasks");
    }

    private void comeFromVisitor(int after) {
        for (int i = 1; i <= 20; i++) {
            vera.send("Message " + (after + i));
        }
        assertThat(ana.messages().last()).containsText("Message " + (after + 20));
    }

    private void comeFromAgent(int after) {
        for (int i = 1; i <= 20; i++) {
            ana.send("Message " + (after + i));
        }
        assertThat(vera.messages().last()).containsText("Message " + (after + 20));
    }

    /** A chat whose messages are numbered, in windows that have just been loaded. */
    private void chat(int length) {
        BrowserContext machine = browsers.open();
        machine.addInitScript(WATCH);
        vera = WidgetWindow.on(machine, installation.address().resolve("demo/").toString()).startChat(length == FEW ? "Vera Short" : "Vera Long", "Message 1");
        ana.accept();
        assertThat(ana.messages()).hasCount(1);
        installation.query("INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at) "
            + "SELECT c.id, n, gen_random_uuid(), 'TEXT', CASE n % 3 WHEN 0 THEN 'AGENT' ELSE 'VISITOR' END, CASE n % 3 WHEN 0 THEN agent_id ELSE visitor_id END, "
            + "'Message ' || n || repeat(' and a few words more', n % 5), now() FROM conversation c, generate_series(2, ?) n WHERE c.state = 'ACTIVE'", length);
        ana.page().reload();
        vera.page().reload();
        assertThat(ana.messages().last()).containsText("Message " + length);
        assertThat(vera.messages().last()).containsText("Message " + length);
    }
}
