package org.agentinbox.it.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * Tests that a long chat shows all its messages in order and costs the pages no more than a short one. 2,000 messages are six times what a
 * page keeps at once, so rows are removed and fetched again, and work done for every message would show. With {@code -Psoak} there are
 * 5,000.
 */
class LongChatBrowserIT {

    private static final int MANY = 2_000;
    private static final int VERY_MANY = 5_000;
    private static final int FEW = 50;
    private static final int MOST_ROWS = 320;
    /** The work that a page does in any case, in seconds of its main thread's CPU time. */
    private static final double SOME_WORK = 0.3;
    private static final String WATCH = """
        window.shifted = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifted += entry.value; })).observe({ type: \
        'layout-shift' });
        window.logOf = () => document.getElementById('log') ?? \
        document.querySelector('agent-inbox-widget').shadowRoot.querySelector('.log');
        window.numbers = () => [...logOf().querySelectorAll('article')].map((row) => Number(/Message (\\d+)/.exec(row.textContent)?.[1] \
        ?? 0));
        window.place = () => {
          const top = logOf().getBoundingClientRect().top;
          const row = [...logOf().querySelectorAll('article')].find((one) => one.getBoundingClientRect().bottom > top);
          return row ? [row.textContent, row.getBoundingClientRect().bottom - top] : null;
        };
        window.frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        """;
    /** Scrolls up to a message, and records what was seen, how often rows were in a wrong order and how often the visible part jumped. */
    private static final String READ_UP = """
        async (to) => {
          const box = logOf();
          const seen = new Set();
          let disorder = 0;
          let jumps = 0;
          let most = 0;
          const end = performance.now() + 120_000;
          while (performance.now() < end && !(seen.has(to) && (to > 1 || box.scrollTop === 0))) {
            const shown = numbers();
            shown.forEach((number, i) => { seen.add(number); if (i > 0 && number !== shown[i - 1] + 1) disorder++; });
            most = Math.max(most, shown.length);
            const place = box.getBoundingClientRect();
            const row = [...box.querySelectorAll('article')].find((one) => one.getBoundingClientRect().top >= place.top);
            const before = row.getBoundingClientRect().bottom + box.scrollTop;
            box.scrollTop -= 1_200;
            const wanted = before - box.scrollTop;
            await frame();
            if (row.isConnected && Math.abs(row.getBoundingClientRect().bottom - wanted) > 2) jumps++;
          }
          return { seen: [...seen], disorder, jumps, most };
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
        BrowserContext machine = browsers.openUntraced(options -> {});
        machine.addInitScript(WATCH);
        ana = InboxWindow.signedIn(machine, installation, "ana").setAvailable(true);
    }

    @Test
    void theInboxShowsAllOfItAndStaysSmooth() {
        inbox(MANY);
    }

    @Test
    @Tag("soak")
    void theInboxShowsVeryManyAndStaysSmooth() {
        inbox(VERY_MANY);
    }

    private void inbox(int length) {
        chat(FEW);
        theEndStaysInView(ana.page(), ana.message());
        double few = cameIn(ana.page(), () -> comeFromVisitor(FEW));
        ana.endSession();
        chat(length);
        double many = cameIn(ana.page(), () -> comeFromVisitor(length));
        assertTrue(many <= 2 * few + SOME_WORK, many + " s of work, " + few + " in a short chat");
        Reading reading = readAll(ana.page(), length + 20);
        assertTrue(reading.rows() <= MOST_ROWS, reading.rows() + " rows at a time");
        assertTrue(reading.older() <= 2 * reading.newer() + SOME_WORK, reading + ": further up costs more");
        thePlaceIsKept();
        ana.button("To the newest").click();
        assertThat(ana.messages().last()).containsText("Message " + (length + 20));
        ana.endSession();
    }

    /** While the message box grows, and when more is typed into it after that. */
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
        widget(MANY);
    }

    @Test
    @Tag("soak")
    void theWidgetShowsVeryManyAndStaysSmooth() {
        widget(VERY_MANY);
    }

    private void widget(int length) {
        chat(FEW);
        theEndStaysInView(vera.page(), vera.textBox("Message"));
        double few = cameIn(vera.page(), () -> comeFromAgent(FEW));
        ana.endSession();
        vera.isReadOnly();
        chat(length);
        assertTrue(vera.messages().count() <= MOST_ROWS, "begins with the newest");
        readAll(vera.page(), length);
        vera.page().evaluate("logOf().scrollTop = logOf().scrollHeight");
        double many = cameIn(vera.page(), () -> comeFromAgent(length));
        assertTrue(many <= 2 * few + SOME_WORK, many + " s of work, " + few + " in a short chat");
        assertTrue(vera.messages().count() <= MOST_ROWS, "what was read is let go");
        ana.endSession();
    }

    /** The work for the newer and for the older half in seconds, and the greatest number of rows on the page. */
    private record Reading(double newer, double older, int rows) {}

    /** Scrolls up to the first message and checks that all are there, in order, and that nothing jumps. */
    private static Reading readAll(Page page, int last) {
        Set<Object> seen = new TreeSet<>();
        AtomicInteger rows = new AtomicInteger();
        double newer = work(page, () -> readUp(page, last / 2, seen, rows));
        double older = work(page, () -> readUp(page, 1, seen, rows));
        assertEquals(IntStream.rangeClosed(1, last).boxed().toList(), List.copyOf(seen), "all of it, and nothing else");
        return new Reading(newer, older, rows.get());
    }

    private static void readUp(Page page, int to, Set<Object> seen, AtomicInteger rows) {
        Map<?, ?> read = (Map<?, ?>) page.evaluate(READ_UP, to);
        assertEquals(0, read.get("disorder"), "in order, nothing twice");
        assertEquals(0, read.get("jumps"), "what is in view stays where it is");
        seen.addAll((List<?>) read.get("seen"));
        rows.accumulateAndGet((int) read.get("most"), Math::max);
    }

    /** @return the page's work in seconds to show what comes; nothing visible may have moved */
    private static double cameIn(Page page, Runnable comes) {
        page.evaluate("() => { window.shifted = 0; }");
        double work = work(page, comes);
        assertEquals(0.0, ((Number) page.evaluate("shifted")).doubleValue(), 0.01, "layout shift");
        return work;
    }

    /** @return the CPU time of the page's main thread in seconds, which does not include waiting for a processor */
    private static double work(Page page, Runnable act) {
        CDPSession session = page.context().newCDPSession(page);
        JsonObject own = new JsonObject();
        own.addProperty("timeDomain", "threadTicks");
        session.send("Performance.enable", own);
        double before = threadTime(session);
        act.run();
        double work = threadTime(session) - before;
        session.detach();
        return work;
    }

    private static double threadTime(CDPSession session) {
        for (JsonElement metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("the browser does not measure its tasks");
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

    /** Makes a chat with numbered messages, and loads the windows after that. */
    private void chat(int length) {
        BrowserContext machine = browsers.openUntraced(options -> {});
        machine.addInitScript(WATCH);
        vera = WidgetWindow.on(machine, installation.address().resolve("demo/").toString())
            .startChat(length == FEW ? "Vera Short" : "Vera Long", "Message 1");
        ana.accept();
        assertThat(ana.messages()).hasCount(1);
        installation.query("INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at) "
            + "SELECT c.id, n, gen_random_uuid(), 'TEXT', CASE n % 3 WHEN 0 THEN 'AGENT' ELSE 'VISITOR' END, CASE n % 3 WHEN 0 THEN "
            + "agent_id ELSE visitor_id END, "
            + "'Message ' || n || repeat(' and a few words more', n % 5), now() FROM conversation c, generate_series(2, ?) n WHERE "
            + "c.state = 'ACTIVE'",
            length);
        ana.page().reload();
        vera.page().reload();
        assertThat(ana.messages().last()).containsText("Message " + length);
        assertThat(vera.messages().last()).containsText("Message " + length);
    }
}
