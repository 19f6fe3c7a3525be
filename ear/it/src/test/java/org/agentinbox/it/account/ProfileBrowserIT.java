package org.agentinbox.it.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tests that people see their own sign-ins and can end them. */
class ProfileBrowserIT {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @ParameterizedTest
    @ValueSource(strings = {"ana", "cal", "sam", "mia"})
    void everybodyGetsThereByTheirMenu(String userName) {
        Page page = InboxWindow.signedIn(browsers.open(), installation, userName).page();
        page.locator(".account-button").click();
        page.locator("#account-menu").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Profile").setExact(true)).click();
        assertThat(page).hasURL(Pattern.compile("/inbox/profile$"));
        assertThat(rows(page).filter(new Locator.FilterOptions().setHasText("This one"))).hasCount(1);
        assertThat(page.getByRole(AriaRole.LINK, named("Change password")).first()).hasAttribute("href",
            Pattern.compile("/inbox/password$"));
    }

    @Test
    void endingOneClosesWhatIsOpenOnIt() {
        browsers.expect("status of 401");
        InboxWindow lost = new InboxWindow(browsers.open(options -> options.setUserAgent(FIREFOX)).newPage());
        lost.page().navigate(installation.address().toString());
        lost.signIn("chae", "demo");
        assertThat(lost.page().getByRole(AriaRole.SWITCH)).isEnabled();
        Page here = profile(browsers.open(), "chae");
        Locator row = rows(here).filter(new Locator.FilterOptions().setHasText("Firefox on Linux"));
        assertThat(row).containsText("In use now");
        assertThat(row).containsText("127.0.0.1");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End").setExact(true)).click();
        assertThat(here.locator("p.notice[role=status]")).hasText("That browser is signed out.");
        assertThat(row).hasCount(0);
        assertThat(lost.page()).hasURL(Pattern.compile("/inbox/signin\\?return="));
    }

    @Test
    void allOthersEndAndThisOneGoesOn() {
        String userName = "profile-" + UUID.randomUUID();
        UUID id = UUID.randomUUID();
        installation.query("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, "
            + "created_at) "
            + "VALUES (?, 0, ?, 'Nora Profile', '', false, true, now())", id, userName);
        installation.query("INSERT INTO account_role (account_id, role) VALUES (?, 'MARKETING_ADMIN')", id);
        List<String> others = List.of(People.newCookie(installation, userName), People.newCookie(installation, userName));
        Page page = profile(browsers.open(), userName);
        assertThat(rows(page)).hasCount(3);
        button(page, "End all others").click();
        assertThat(page.locator("p.notice[role=status]")).hasText("All other browsers are signed out.");
        assertThat(rows(page)).hasCount(1);
        assertThat(button(page, "End all others")).hasCount(0);
        others.forEach(cookie -> assertEquals(401, People.get(installation, "api/v1/me", cookie).statusCode()));
        assertEquals(200, People.get(installation, "api/v1/me", People.cookie(installation, "mia")).statusCode());
        button(page, "End").click();
        assertThat(page).hasURL(Pattern.compile("/inbox/signin\\?return="));
    }

    private Page profile(BrowserContext machine, String userName) {
        Page page = InboxWindow.signedIn(machine, installation, userName).page();
        assertThat(page.locator(".account-button")).isVisible();
        page.navigate(installation.address().resolve("profile").toString());
        return page;
    }

    private static Locator rows(Page page) {
        return page.getByRole(AriaRole.REGION, named("Where you are signed in")).getByRole(AriaRole.LISTITEM);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
