package org.agentinbox.it.routing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

/** Tests the page of entries, by keyboard where it matters, and that the widget is told what was stored. */
class EntriesBrowserIT {

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    @AfterEach
    void reset() {
        setup.reset();
    }

    private Page entries(String user) {
        Page page = InboxWindow.signedIn(browsers.open(), installation, user).page();
        page.navigate(installation.address().resolve("admin/entries").toString());
        assertThat(page.locator("main:not([inert])")).isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Page page, String id) {
        return page.locator("[id='editor:" + id + "']");
    }

    @Test
    void anEntryIsMadeWithItsFormAndItsTexts() {
        setup.team("Support", "ben");
        Page sam = entries("sam");
        button(sam, "New entry").press("Enter");
        field(sam, "name").fill("Support");
        field(sam, "key").fill("support");
        field(sam, "routing").selectOption("TEAM");
        field(sam, "team").selectOption(new SelectOption().setLabel("Support"));
        field(sam, "queueMinutes").fill("5");
        field(sam, "booking").selectOption("AGENT");
        field(sam, "bookingAgent").selectOption(new SelectOption().setLabel("Cal Reyes"));
        assertThat(field(sam, "team")).hasValue(setup.idOfTeam("Support"));
        button(sam, "Remove: Field 1").press("Enter");
        assertThat(sam.locator(".entry-field")).hasCount(2);
        button(sam, "Add a field").press("Enter");
        field(sam, "field:2:kind").selectOption("CHOICE");
        // Its choices come with the answer that renders the field again.
        field(sam, "field:2:choices").fill("Order | 주문\nRepair | 수리");
        field(sam, "field:2:labelEn").fill("Topic");
        button(sam, "Move up: Field 3").press("Enter");
        assertThat(field(sam, "field:1:kind")).hasValue("CHOICE");
        field(sam, "text:3:en").fill("Write to us.");
        field(sam, "accent").fill("#1A5FB4");
        field(sam, "greets").check();
        field(sam, "greetAfter").fill("5");
        field(sam, "greetOn").fill("/pricing*");
        field(sam, "save").press("Enter");
        assertThat(sam.getByText("Support has been saved.")).isVisible();
        assertThat(sam.locator("#entries")).containsText("The team Support, then all agents");
        assertThat(sam.locator("#entries")).containsText("Waits up to 5 minutes. A meeting with Cal Reyes.");
        String told = People.get(installation, "api/v1/entries/support?language=ko", null).body();
        assertTrue(told.contains("\"form\":[{\"kind\":\"EMAIL\",\"required\":true},{\"kind\":\"CHOICE\",\"required\":false,"
            + "\"label\":\"Topic\",\"choices\":[\"주문\",\"수리\"]},{\"kind\":\"MESSAGE\",\"required\":false}]"), told);
        assertTrue(told.contains("\"fallback\":\"Write to us.\"") && told.contains("\"accent\":\"#1a5fb4\""), told);
        assertTrue(told.contains("\"greeting\":{\"afterSeconds\":5,\"pages\":\"/pricing*\"}"), told);
        button(sam, "Move up: Support").press("Enter");
        assertThat(sam.getByText("Support is at place 1 now.")).isVisible();
        assertEquals(List.of("support", "default"), installation.query("SELECT key FROM entry ORDER BY position"));
        button(sam, "Remove: Support").press("Enter");
        button(sam, "Yes, do it").press("Enter");
        assertThat(sam.getByText("Support has been removed.")).isVisible();
        assertEquals(List.of("default"), installation.query("SELECT key FROM entry"));
    }

    @Test
    void refusalsAreShownAndWhatWasTypedStays() {
        setup.entry("support");
        Page mia = entries("mia");
        button(mia, "New entry").press("Enter");
        field(mia, "name").fill("Again");
        field(mia, "key").fill("support");
        field(mia, "save").press("Enter");
        assertThat(mia.locator("#editor")).containsText("Another entry has this key.");
        field(mia, "key").fill("other");
        field(mia, "accent").fill("#ffffff");
        field(mia, "save").press("Enter");
        assertThat(mia.locator("#editor")).containsText("on which white text can be read");
        field(mia, "accent").fill("");
        field(mia, "privacyLink").fill("javascript:alert(1)");
        field(mia, "save").press("Enter");
        assertThat(mia.locator("#editor")).containsText("An address that begins with https://");
        assertThat(field(mia, "name")).hasValue("Again");
        assertEquals(List.of("2"), installation.query("SELECT count(*) FROM entry"));
    }

    @Test
    void thePreviewIsTheWidgetOfWhatIsTyped() {
        setup.entry("support").set("support", "content = ?::jsonb", """
            {"texts": {"greeting": {"en": "Hello.", "ko": "안녕하세요."}}, "greeting": {"afterSeconds": 5}}""");
        Page mia = entries("mia");
        button(mia, "Edit: support").press("Enter");
        FrameLocator preview = mia.frameLocator("#preview-frame");
        assertThat(preview.locator(".intro")).hasText("Hello.");
        assertThat(field(mia, "name")).isFocused();
        field(mia, "text:1:en").fill("Typed **now** <b>x</b>");
        assertThat(preview.locator(".intro strong")).hasText("now");
        assertThat(preview.locator(".intro")).hasText("Typed now <b>x</b>");
        assertThat(field(mia, "text:1:en")).isFocused();
        field(mia, "accent").fill("#7a1f5c");
        assertThat(preview.locator(".primary.wide").first()).hasCSS("background-color", "rgb(122, 31, 92)");
        assertThat(preview.locator(".panel")).hasCSS("background-color", "rgb(255, 255, 255)");
        mia.locator("#preview-theme").selectOption("dark");
        assertThat(preview.locator(".panel")).hasCSS("background-color", "rgb(24, 27, 31)");
        mia.locator("#preview-language").selectOption("ko");
        assertThat(preview.locator(".intro")).hasText("안녕하세요.");
        mia.locator("#preview-screen").selectOption("launcher");
        assertThat(preview.getByRole(AriaRole.REGION)).containsText("안녕하세요.");
        field(mia, "text:3:ko").fill("- 내일 연락드리겠습니다");
        mia.locator("#preview-screen").selectOption("fallback");
        assertThat(preview.locator(".fallback li")).hasText("내일 연락드리겠습니다");
        field(mia, "accent").fill("#ffffff");
        assertThat(mia.getByText("Something in the form is not right yet")).isVisible();
        assertThat(mia.locator("#snippet")).hasValue(
            Pattern.compile("<script src=\"http.*/inbox/widget\\.js\" data-entry=\"support\" async></script>"));
        assertThat(mia.locator("#policy")).hasValue(Pattern.compile("script-src http.*\\sconnect-src .* ws.*\\simg-src http.*"));
        assertEquals(List.of("Hello."), installation.query(
            "SELECT content -> 'texts' -> 'greeting' ->> 'en' FROM entry WHERE key = 'support'"));
    }

    @Test
    void onlyPagesOfOursFrameThePreviewAndNoOtherPageIsFramed() {
        String sam = People.cookie(installation, "sam");
        HttpResponse<String> preview = People.get(installation, "admin/entry-preview", sam);
        assertEquals(200, preview.statusCode());
        assertEquals("SAMEORIGIN", preview.headers().firstValue("X-Frame-Options").orElseThrow());
        String policy = preview.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("frame-ancestors 'self'; ") && policy.endsWith("script-src 'self'"), policy);
        HttpResponse<String> editor = People.get(installation, "admin/entries", sam);
        assertEquals("DENY", editor.headers().firstValue("X-Frame-Options").orElseThrow());
        policy = editor.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("frame-ancestors 'none'; ") && policy.contains("frame-src 'self'; "), policy);
        assertTrue(policy.contains("'nonce-"), policy);
        policy = People.get(installation, "admin/teams", sam).headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("frame-ancestors 'none'; ") && !policy.contains("frame-src"), policy);
        assertEquals(403, People.get(installation, "admin/entry-preview", People.cookie(installation, "ana")).statusCode());
    }

    @Test
    void onlyAdministratorsOpenIt() {
        for (String user : List.of("ana", "cal")) {
            assertEquals(403, People.get(installation, "admin/entries", People.cookie(installation, user)).statusCode());
            assertEquals(403, People.get(installation, "admin/requests", People.cookie(installation, user)).statusCode());
            assertEquals(403, People.get(installation, "admin/missed", People.cookie(installation, user)).statusCode());
        }
        assertEquals(200, People.get(installation, "admin/entries", People.cookie(installation, "mia")).statusCode());
        assertEquals(403, People.get(installation, "admin/missed", People.cookie(installation, "mia")).statusCode());
    }
}
