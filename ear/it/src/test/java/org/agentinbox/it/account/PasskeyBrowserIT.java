package org.agentinbox.it.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Axe;
import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

/** Tests passkeys with Chromium's virtual authenticator, as people add, use and remove them. */
class PasskeyBrowserIT {

    private static final Path SHOTS = Path.of(System.getProperty("agentinbox.it.work", "target/it"), "passkey-screenshots");

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    /** Gives a page's browser a device that has passkeys and always finds its owner. */
    private static Page withAuthenticator(BrowserContext context) {
        Page page = context.newPage();
        CDPSession devTools = context.newCDPSession(page);
        devTools.send("WebAuthn.enable");
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")
            .forEach(one -> device.addProperty(one, true));
        JsonObject options = new JsonObject();
        options.add("options", device);
        devTools.send("WebAuthn.addVirtualAuthenticator", options);
        return page;
    }

    private static void add(Page page) {
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Work laptop");
        page.getByLabel("Current password").fill("demo");
        button(page, "Add a passkey").click();
        assertThat(page.getByText("The passkey was added.")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void look(Page page, String name) {
        assertEquals(List.of(), Axe.violations(page), name);
        for (ColorScheme scheme : new ColorScheme[]{ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(name + "-" + scheme + ".png")));
        }
    }

    private static void signOut(Page page) {
        page.locator(".account-button").click();
        button(page, "Sign out").click();
        assertThat(page).hasURL(Pattern.compile("/inbox/signin"));
    }

    @Test
    void itIsAddedUsedAndRemoved() {
        // After the sign-out, a page asks once more whether somebody is signed in.
        browsers.expect("status of 401");
        Installation installation = Installation.shared();
        String person = "passkeys-" + UUID.randomUUID();
        People.hire(installation, person);
        Page page = withAuthenticator(browsers.open());
        page.navigate(installation.address().resolve("signin?return=/inbox/profile").toString());
        new InboxWindow(page).signIn(person, "demo");
        add(page);
        look(page, "profile");
        signOut(page);
        assertThat(button(page, "Sign in with a passkey")).isVisible();
        look(page, "sign-in");
        button(page, "Sign in with a passkey").click();
        assertThat(page.locator(".account-button")).containsText(person);
        page.navigate(installation.address().resolve("profile").toString());
        assertThat(page.locator("#passkeyList")).containsText("Last used");
        page.locator("#passkeyList button").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.getByText("The passkey was removed.")).isVisible();
        assertThat(page.locator("#passkeyList")).hasCount(0);
        signOut(page);
        button(page, "Sign in with a passkey").click();
        assertThat(page.getByText("That passkey does not sign anybody in here")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/inbox/signin"));
    }

    @Test
    void theKoreanPagesLookRight() {
        Installation installation = Installation.shared();
        Page page = withAuthenticator(browsers.open(options -> options.setLocale("ko-KR")));
        page.navigate(installation.address().resolve("signin").toString());
        assertThat(page.locator("[data-passkey=sign-in] button")).isVisible();
        look(page, "sign-in-ko");
        String person = "passkeys-" + UUID.randomUUID();
        People.hire(installation, person);
        page.locator("#userName").fill(person);
        page.locator("#password").fill("demo");
        page.locator("form .primary").click();
        assertThat(page.locator(".account-button")).isVisible();
        page.navigate(installation.address().resolve("profile").toString());
        assertThat(page.locator("[data-passkey=add]")).isVisible();
        look(page, "profile-ko");
    }

    @Test
    void administratorsGetNowhereWithoutOneWhereTheSettingSaysSo() {
        try (Installation installation = Installation.start("passkeys", Map.of("agentinbox.demo", "true", "agentinbox.admin.passkey",
            "required", "agentinbox.url", "http://localhost/inbox/"))) {
            assertEquals(200, People.get(installation, "api/v1/me", People.signIn(installation, "ana", "demo")).statusCode());
            String byPassword = People.signIn(installation, "sam", "demo");
            assertShut(installation, byPassword);
            Page page = withAuthenticator(browsers.open());
            page.navigate(installation.address().toString());
            new InboxWindow(page).signIn("sam", "demo");
            assertThat(page).hasURL(Pattern.compile("/inbox/passkeys$"));
            look(page, "required");
            add(page);
            look(page, "required-added");
            assertShut(installation, byPassword);
            assertEquals("full", People.post(installation, "passkey-add/options", byPassword, "current", "demo").body());
            button(page, "Sign in with a passkey").click();
            assertThat(page.getByRole(AriaRole.SWITCH)).isEnabled();
            page.navigate(installation.address().resolve("admin/agents").toString());
            assertThat(page).hasURL(Pattern.compile("/inbox/admin/agents$"));
        }
    }

    private static void assertShut(Installation installation, String cookie) {
        assertEquals(403, People.get(installation, "api/v1/me", cookie).statusCode());
        assertEquals(403, SocketClient.status(installation, "ws/agent", installation.origin(), cookie));
        assertEquals(403, People.get(installation, "admin/agents", cookie).statusCode());
        assertEquals(403, People.get(installation, "reports", cookie).statusCode());
        for (String path : List.of("", "profile", "passkeys.xhtml")) {
            assertEquals("/inbox/passkeys", People.get(installation, path, cookie).headers().firstValue("Location").orElse("")
                .replaceFirst("^http://[^/]+", ""), path);
        }
        assertEquals(200, People.get(installation, "passkeys", cookie).statusCode());
    }
}
