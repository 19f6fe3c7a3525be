package org.agentinbox.it.routing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Axe;
import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.CustomerSite;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tests what a visitor sees of an entry: its form, its words and colour, the place in its queue, and its fallback. */
class EntryWidgetBrowserIT {

    private static final String CONTENT = """
        {"form": [{"kind": "COMPANY", "required": true}, {"kind": "TEXT", "label": {"en": "Which <b>instrument</b>?"}},
            {"kind": "CHOICE", "required": true, "label": {"en": "Topic", "ko": "주제"}, "choices": [{"en": "Order", "ko": "주문"},
            {"en": "Repair", "ko": "수리"}]}, {"kind": "MESSAGE"}],
         "consent": {"en": "We keep the chat for 90 days."}, "privacyLink": "https://www.customer.example/privacy",
         "texts": {"launcher": {"en": "Ask support"}, "greeting": {"en": "<i>Welcome</i> to support."},
            "waiting": {"en": "Somebody of support will be with you."}, "fallback": {"en": "Write to support@customer.example."}},
         "accent": "#7a1f5c", "left": true}""";

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void setUp() {
        People.nobodyIsAvailable(installation);
        setup.reset();
        setup.entry("support").set("support", "queue_minutes = 5, content = ?::jsonb", CONTENT);
    }

    @AfterEach
    void cleanUp() {
        People.nobodyIsAvailable(installation);
        setup.reset();
    }

    private static Locator choice(WidgetWindow widget) {
        return widget.page().getByLabel("Topic", new Page.GetByLabelOptions().setExact(true));
    }

    @Test
    void theEntryAsksInItsOwnWordsAndTheAgentSeesTheAnswers() {
        try (CustomerSite site = new CustomerSite(installation, Installation.CUSTOMER_PORT, "support")) {
            WidgetWindow vera = WidgetWindow.on(browsers.open(), site.address());
            vera.button("Ask support").click();
            assertThat(vera.page().getByText("<i>Welcome</i> to support.")).isVisible();
            assertThat(vera.page().getByText("We keep the chat for 90 days.")).isVisible();
            assertThat(vera.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Privacy policy")))
                .hasAttribute("href", "https://www.customer.example/privacy");
            assertEquals(0, vera.textBox("Name").count());
            assertEquals(List.of(), Axe.violations(vera.page()));
            vera.textBox("Company").fill("NordBio");
            vera.textBox("Which <b>instrument</b>?").fill("A <script>centrifuge</script>");
            vera.textBox("Message").fill("It hums.");
            vera.button("Start chat").click();
            assertThat(vera.page().getByText("Please fill this in.")).isVisible();
            assertThat(choice(vera)).isFocused();
            choice(vera).selectOption("Repair");
            vera.button("Start chat").click();
            assertThat(vera.log()).containsText("Somebody of support will be with you.");
            assertThat(vera.log()).containsText("You are number 1 in the queue.");
            InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
            ana.accept();
            assertThat(vera.messages()).hasCount(1);
            assertThat(ana.visitorInformation()).containsText("NordBio");
            assertThat(ana.visitorInformation()).containsText("A <script>centrifuge</script>");
            assertThat(ana.visitorInformation()).containsText("Repair");
            ana.endSession();
            vera.isReadOnly();
            ana.setAvailable(false);
        }
    }

    @Test
    void aFormThatChangedWhileThePageWasOpenIsShownAgainWithWhatWasTyped() {
        setup.set("support", "content = ?::jsonb", "{\"form\": [{\"kind\": \"COMPANY\", \"required\": true}, {\"kind\": \"MESSAGE\"}]}");
        try (CustomerSite site = new CustomerSite(installation, Installation.CUSTOMER_PORT, "support")) {
            WidgetWindow vera = WidgetWindow.on(browsers.open(), site.address());
            vera.open();
            vera.textBox("Company").fill("NordBio");
            vera.textBox("Message").fill("It hums.");
            setup.set("support", "content = ?::jsonb", CONTENT);
            vera.button("Start chat").click();
            assertThat(vera.page().getByText("The form has changed.")).isVisible();
            assertThat(vera.page().getByText("We keep the chat for 90 days.")).isVisible();
            assertThat(vera.textBox("Company")).hasValue("NordBio");
            assertThat(vera.textBox("Message")).hasValue("It hums.");
            choice(vera).selectOption("Repair");
            vera.button("Start chat").click();
            assertThat(vera.log()).containsText("You are number 1 in the queue.");
            assertThat(vera.messages()).hasCount(1);
        }
    }

    @Test
    void whoWaitsInVainGetsTheFallbackOfTheEntry() {
        try (CustomerSite site = new CustomerSite(installation, Installation.CUSTOMER_PORT, "support")) {
            WidgetWindow vera = WidgetWindow.on(browsers.open(), site.address());
            vera.button("Ask support").click();
            vera.textBox("Company").fill("NordBio");
            choice(vera).selectOption("Order");
            vera.button("Start chat").click();
            assertThat(vera.log()).containsText("You are number 1 in the queue.");
            vera.page().reload();
            assertThat(vera.log()).containsText("You are number 1 in the queue.");
            installation.query("UPDATE deadline SET due_at = now() WHERE kind = 'QUEUE_END'");
            assertThat(vera.log()).containsText("Write to support@customer.example.");
            assertThat(vera.textBox("Message")).hasCount(0);
        }
    }

    @Test
    void whoseChatNobodyTakesLeavesAMessage() {
        setup.set("support", "queue_minutes = 0, takes_messages = true, content = '{}'");
        try (CustomerSite site = new CustomerSite(installation, Installation.CUSTOMER_PORT, "support")) {
            WidgetWindow vera = WidgetWindow.on(browsers.open(), site.address()).startChat("Vera Leaves", "");
            assertThat(vera.textBox("Leave a message")).isVisible();
            assertThat(vera.textBox("Email")).hasValue("vera.lind@acme.example");
            vera.button("Send message").click();
            assertThat(vera.textBox("Leave a message")).isFocused();
            vera.textBox("Leave a message").fill("<b>Please</b> write to me.");
            assertEquals(List.of(), Axe.violations(vera.page()));
            vera.button("Send message").click();
            assertThat(vera.page().getByText("Thank you. Your message is with us")).isVisible();
            vera.page().reload();
            assertThat(vera.page().getByText("Thank you. Your message is with us")).isVisible();
            assertThat(vera.textBox("Leave a message")).hasCount(0);
            Page sam = InboxWindow.signedIn(browsers.open(), installation, "sam").page();
            sam.navigate(installation.address().resolve("admin/missed").toString());
            assertThat(sam.locator("main:not([inert])")).isVisible();
            Locator row = sam.locator("#missed-requests tbody tr").filter(new Locator.FilterOptions().setHasText("Vera Leaves"));
            assertThat(row).containsText("<b>Please</b> write to me.");
            assertThat(row).containsText("Message left");
            assertThat(row).containsText("vera.lind@acme.example");
            row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Seen to")).press("Enter");
            assertThat(sam.getByText("The request of Vera Leaves is seen to.")).isVisible();
            assertThat(row).hasCount(0);
            sam.getByLabel("Show also those that somebody has seen to").check();
            assertThat(row).containsText("Sam Lindqvist");
        }
    }

    @Test
    void aMeetingIsOfferedAtOnceWhereNobodyTakesTheChat() {
        setup.set("support", "queue_minutes = 0, booking = 'AGENT', booking_agent_id = ?, content = '{}'", setup.account("cal"));
        try (CustomerSite site = new CustomerSite(installation, Installation.CUSTOMER_PORT, "support")) {
            WidgetWindow vera = WidgetWindow.on(browsers.open(), site.address()).startChat("Vera Books", "Can we meet?");
            Locator card = vera.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Book a meeting with Cal Reyes"));
            card.getByRole(AriaRole.GROUP).last().getByRole(AriaRole.BUTTON).first().click();
            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Book"))).click();
            assertThat(card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Cancel meeting"))))
                .isVisible();
            assertEquals(List.of("BOOKED"), installation.query("SELECT m.state FROM meeting m JOIN visitor v ON v.id = m.visitor_id "
                + "WHERE v.name = 'Vera Books'"));
        }
    }

    @Test
    void textsAreFormattedAndNothingInThemIsMarkup() {
        setup.set("support", "queue_minutes = 0, content = ?::jsonb", """
            {"form": [{"kind": "MESSAGE"}], "texts": {
              "greeting": {"en":
                "**Bold** and *italic* 🙂\\n- [Help](https://help.example/a)\\n- [Trap](javascript:alert(1))\\n\
        - <img src=x onerror=alert(1)>"},
              "fallback": {"en": "Write to [us](mailto:us@acme.example) **today**."}}}""");
        try (CustomerSite site = new CustomerSite(installation, Installation.CUSTOMER_PORT, "support")) {
            WidgetWindow vera = WidgetWindow.on(browsers.open(), site.address()).open();
            Locator intro = vera.page().locator(".intro");
            assertThat(intro.locator("strong")).hasText("Bold");
            assertThat(intro.locator("em")).hasText("italic");
            assertThat(intro.locator("ul > li")).hasText(new String[]{"Help", "Trap", "<img src=x onerror=alert(1)>"});
            assertThat(intro.locator("a")).hasCount(1);
            assertThat(intro.locator("a")).hasAttribute("href", "https://help.example/a");
            assertThat(intro.locator("a")).hasAttribute("rel", "noopener noreferrer nofollow");
            assertThat(intro.locator("img")).hasCount(0);
            assertEquals(List.of(), Axe.violations(vera.page()));
            vera.button("Start chat").click();
            Locator fallback = vera.page().locator(".fallback");
            assertThat(fallback.locator("a")).hasAttribute("href", "mailto:us@acme.example");
            vera.page().reload();
            assertThat(fallback.locator("strong")).hasText("today");
            assertThat(fallback.locator("a")).hasText("us");
        }
    }

    @Test
    void theGreetingOpensByItselfOnceADayOnPagesThatMatch() {
        setup.set("support", "content = ?::jsonb", """
            {"texts": {"greeting": {"en": "**Prices?** Ask us."}}, "greeting": {"afterSeconds": 20, "pages": "/pricing*"}}""");
        try (CustomerSite site = new CustomerSite(installation, Installation.CUSTOMER_PORT, "support")) {
            BrowserContext machine = browsers.open();
            machine.clock().install();
            WidgetWindow vera = WidgetWindow.on(machine, site.address());
            Page page = vera.page();
            Locator greeting = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Greeting"));
            assertThat(vera.button("Chat with us")).isVisible();
            page.clock().runFor(60_000);
            assertThat(greeting).isHidden();
            page.evaluate("history.pushState(null, '', '/pricing/team')");
            page.clock().runFor(15_000);
            assertThat(greeting).isHidden();
            page.clock().runFor(15_000);
            assertThat(greeting).isVisible();
            assertThat(greeting.locator("strong")).hasText("Prices?");
            assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Prices? Ask us."))).hasCount(1);
            assertEquals(true, page.evaluate("document.activeElement === document.body"), "the focus was taken");
            assertEquals(List.of(), Axe.violations(page));
            greeting.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close")).focus();
            page.keyboard().press("Escape");
            assertThat(greeting).isHidden();
            assertThat(vera.button("Chat with us")).isFocused();
            page.reload();
            assertThat(vera.button("Chat with us")).isVisible();
            page.clock().runFor(60_000);
            assertThat(greeting).isHidden();
            page.clock().fastForward(24 * 3_600_000);
            page.clock().runFor(30_000);
            greeting.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Chat now")).press("Enter");
            assertThat(greeting).isHidden();
            assertThat(vera.textBox("Name")).isFocused();
        }
    }
}
