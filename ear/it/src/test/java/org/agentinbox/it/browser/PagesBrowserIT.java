package org.agentinbox.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;

/** Tests every page: strict content security policy, empty console, no sideways scrolling, and scripts and styles compressed and cached. */
class PagesBrowserIT {

    private static final List<int[]> SIZES = List.of(new int[]{1440, 900}, new int[]{1280, 800}, new int[]{390, 844});

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void pagesBeforeSignInAreInOrder() {
        Page page = browsers.open().newPage();
        for (String path : List.of("signin", "signin?problem=wrong", "signin?problem=wait&seconds=7", "demo/", "demo/pricing.html",
            "demo/index.ko.html")) {
            look(page, path);
        }
    }

    @Test
    void pagesAfterSignInAreInOrder() {
        Page page = InboxWindow.signedIn(browsers.open(), installation, "sam").page();
        assertThat(page.getByRole(AriaRole.SWITCH)).isEnabled();
        for (String path : List.of("", "password", "password?must=true", "profile", "admin/agents", "admin/agents?expired=true",
            "admin/teams", "admin/rules", "admin/outcomes", "admin/topics", "admin/audit", "admin/privacy", "settings", "meetings",
            "reports")) {
            look(page, path);
        }
    }

    @Test
    void aMissingPageIsSaidInThePagesOwnLook() {
        browsers.expect("status of 404");
        Page page = InboxWindow.signedIn(browsers.open(), installation, "mia").page();
        assertThat(page).hasURL(Pattern.compile("/inbox/reports$"));
        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).not().containsText("Inbox");
        assertEquals(404, page.navigate(installation.address().resolve("no-such-page").toString()).status());
        assertThat(page.getByRole(AriaRole.HEADING)).containsText("There is no such page");
    }

    @Test
    void whatPagesAreMadeOfIsCompressedAndKept() {
        Page page = InboxWindow.signedIn(browsers.open(), installation, "ana").page();
        assertThat(page.getByRole(AriaRole.SWITCH)).isEnabled();
        List<Response> parts = new ArrayList<>();
        page.onRequestFinished(request -> parts.add(request.response()));
        page.reload();
        assertThat(page.getByRole(AriaRole.SWITCH)).isEnabled();
        List<Response> assets = parts.stream().filter(r -> r.url().contains("/inbox/assets/")).toList();
        assertTrue(assets.size() > 4, assets.size() + " parts");
        for (Response part : assets) {
            assertEquals("public, max-age=31536000, immutable", part.headerValue("cache-control"), part.url());
            assertTrue("gzip".equals(part.headerValue("content-encoding")), part.url());
        }
        Response itself = parts.stream().filter(r -> r.request().isNavigationRequest()).findFirst().orElseThrow();
        assertTrue(itself.headerValue("cache-control").contains("no-store"), itself.allHeaders().toString());
        assertTrue(itself.headersArray().stream().anyMatch(h -> h.value.contains("script-src 'self' 'nonce-")), "policy");
    }

    @Test
    void theInboxIsLightAndCostsNextToNothingAgain() {
        BrowserContext machine = browsers.open();
        String[] cookie = People.cookie(installation, "ana").split("=", 2);
        machine.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(installation.origin())));
        List<PageWeight.Part> first = load(machine);
        long ours = PageWeight.bytes(first.stream().filter(PageWeight.Part::isOurs).toList());
        assertTrue(first.size() > 5 && ours > 20_000, "what came: " + first);
        // They are bundled, because a request for each module and style sheet would cost more than its content.
        assertEquals(1, first.stream().filter(part -> part.url().endsWith(".js")).count(), "scripts: " + first);
        assertTrue(first.stream().filter(part -> part.url().endsWith(".css")).count() <= 2, "stylesheets: " + first);
        assertTrue(ours <= 150_000, ours + " bytes of our own: " + first);
        assertTrue(PageWeight.bytes(first) <= 600_000, PageWeight.bytes(first) + " bytes in all: " + first);
        List<PageWeight.Part> again = load(machine);
        // Only the page itself and its API calls are fetched again, no scripts and no styles.
        assertEquals(List.of(), again.stream().filter(part -> part.isKeptForGood() && part.bytes() > 0).toList());
        assertTrue(PageWeight.bytes(again) < 30_000, PageWeight.bytes(again) + " bytes: " + again);
    }

    private List<PageWeight.Part> load(BrowserContext machine) {
        Page page = machine.newPage();
        return PageWeight.of(page, () -> {
            page.navigate(installation.address().toString());
            assertThat(page.getByRole(AriaRole.SWITCH)).isEnabled();
            assertThat(page.locator("#list-skeleton")).isHidden();
        });
    }

    private void look(Page page, String path) {
        Response answer = page.navigate(installation.address().resolve(path).toString());
        assertEquals(200, answer.status(), path);
        assertThat(page.getByRole(AriaRole.HEADING).first()).isAttached();
        for (int[] size : SIZES) {
            page.setViewportSize(size[0], size[1]);
            assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                path + " scrolls sideways at " + size[0]);
        }
    }
}
