package org.agentinbox.it.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tests how a sales admin creates, changes and deactivates accounts, and the effect on their owners. */
class AgentsAdminBrowserIT {

    private final Installation installation = Installation.shared();
    private final String userName = "dora-" + UUID.randomUUID().toString().substring(0, 8);
    private final String name = "Dora " + userName.substring(5);

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void nobodyElse() {
        People.nobodyIsAvailable(installation);
    }

    @Test
    void aNewAgentChoosesAPasswordAndTakesAChat() {
        Page sam = administration();
        button(sam, "New agent").click();
        field(sam, "User name").fill("ana");
        button(sam, "Save").click();
        assertThat(dialog(sam)).containsText("There is an account with this user name already.");
        String password = fillAndSave(sam);
        InboxWindow dora = firstSignIn(password);
        assertThat(row(sam)).containsText("must change password");
        dora.setAvailable(true);
        WidgetWindow vera = WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString());
        vera.startChat("Vera", "Hello Dora");
        dora.accept();
        dora.send("Hello Vera");
        assertThat(vera.messages().last()).containsText("Hello Vera");
        dora.endSession();
        dora.setAvailable(false);
    }

    @Test
    void whoIsDeactivatedIsSignedOutAtOnceAndStaysOut() {
        browsers.expect("status of 401 .*/api/v1/me");
        Page sam = administration();
        InboxWindow dora = firstSignIn(create(sam));
        row(sam).getByRole(AriaRole.BUTTON, named("Deactivate")).click();
        assertThat(dialog(sam)).containsText("They are signed out everywhere at once");
        button(sam, "Yes, do it").click();
        assertThat(row(sam)).containsText("deactivated");
        assertThat(dora.page()).hasURL(Pattern.compile("/inbox/signin\\?return="));
        dora.signIn(userName, "a sentence of my own");
        assertThat(dora.page().getByRole(AriaRole.ALERT)).containsText("do not belong together");
        row(sam).getByRole(AriaRole.BUTTON, named("Activate")).click();
        assertThat(row(sam)).containsText("active");
        dora.signIn(userName, "a sentence of my own");
        assertThat(dora.page().getByRole(AriaRole.SWITCH)).isEnabled();
    }

    @Test
    void rolesAndPasswordsChange() {
        browsers.expect("status of 401 .*/api/v1/me");
        Page sam = administration();
        InboxWindow dora = firstSignIn(create(sam));
        assertThat(dora.page().getByRole(AriaRole.LINK, onPage("Administration"))).hasCount(0);
        row(sam).getByRole(AriaRole.BUTTON, named("Edit")).click();
        sam.getByRole(AriaRole.CHECKBOX, onPage("Live agent")).uncheck();
        button(sam, "Save").click();
        assertThat(dialog(sam)).containsText("Choose at least one role.");
        sam.getByRole(AriaRole.CHECKBOX, onPage("Sales admin")).check();
        button(sam, "Save").click();
        assertThat(row(sam)).containsText("Sales admin");
        // The role of live agent was removed. Although the role of sales admin includes its rights, people sign in again after a change of
        // roles.
        assertThat(dora.page()).hasURL(Pattern.compile("/inbox/signin\\?return="));
        row(sam).getByRole(AriaRole.BUTTON, named("New password")).click();
        button(sam, "Yes, do it").click();
        String password = oneTimePassword(sam);
        dora.signIn(userName, password);
        choosePassword(dora.page(), password, "another sentence of mine");
        dora.page().getByRole(AriaRole.LINK, onPage("Administration")).click();
        assertThat(row(dora.page())).containsText("active");
        assertThat(row(dora.page()).getByRole(AriaRole.BUTTON, named("Deactivate"))).hasCount(0);
    }

    @Test
    void theTableIsFilteredAndSorted() {
        Page sam = administration();
        Locator names = sam.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHas(sam.getByRole(AriaRole.GRIDCELL)));
        sam.getByRole(AriaRole.SEARCHBOX).pressSequentially("northwindlab");
        assertThat(sam.getByText("Shown: 6")).isVisible();
        Locator roles = sam.getByRole(AriaRole.COLUMNHEADER).filter(new Locator.FilterOptions().setHasText("Roles"));
        roles.click();
        assertThat(names.first()).containsText("Cal Reyes");
        roles.click();
        assertThat(names.first()).containsText("Sam Lindqvist");
        assertThat(names).hasCount(6);
    }

    @Test
    void howTheAgentsAreDoingIsSeenAsItChanges() {
        Page sam = administration();
        Locator live = sam.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("ana@")).locator(".live");
        assertThat(live).containsText("no inbox open");
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana");
        assertThat(live).not().containsText("no inbox open");
        assertThat(live).containsText("Unavailable");
        ana.setAvailable(true);
        assertThat(live).containsText("Available until");
        assertThat(live).containsText("0 chats");
        WidgetWindow vera = WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString());
        vera.startChat("Vera", "Hello");
        assertThat(live).containsText("1 chat");
        ana.accept();
        // The table is rendered again, and shows the known data at once.
        sam.getByRole(AriaRole.COLUMNHEADER).filter(new Locator.FilterOptions().setHasText("Roles")).click();
        assertThat(live).containsText("1 chat");
        ana.endSession();
        assertThat(live).containsText("0 chats");
        ana.setAvailable(false);
        assertThat(live).containsText("Unavailable (switched)");
        ana.page().close();
        assertThat(live).containsText("no inbox open");
    }

    @Test
    void anAgentGetsALimitOfTheirOwn() {
        Page sam = administration();
        Locator ben = sam.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("ben@"));
        Locator limit = sam.getByRole(AriaRole.SPINBUTTON, onPage("Live chats at a time"));
        ben.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit")).click();
        limit.fill("101");
        button(sam, "Save").click();
        assertThat(sam.getByText("Use a number from 1 to 100, or nothing.")).isVisible();
        limit.fill("3");
        button(sam, "Save").click();
        assertThat(ben).containsText("3 chats at a time");
        assertEquals(List.of("3"),
            installation.query("SELECT own_limit FROM agent JOIN account ON id = account_id WHERE user_name = 'ben'"));
        ben.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit")).click();
        assertThat(limit).hasValue("3");
        limit.fill("");
        button(sam, "Save").click();
        assertThat(ben).not().containsText("at a time");
    }

    @Test
    void othersAreTurnedAway() {
        browsers.expect("status of 403");
        Page ana = InboxWindow.signedIn(browsers.open(), installation, "ana").page();
        assertThat(ana.getByRole(AriaRole.SWITCH)).isEnabled();
        assertEquals(403, ana.navigate(installation.address().resolve("admin/agents").toString()).status());
        assertThat(ana.getByRole(AriaRole.HEADING)).containsText("Not for this account");
    }

    @Test
    void aPageOfYesterdayIsLoadedAgain() {
        BrowserContext machine = browsers.open();
        Page sam = administration(machine);
        machine.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        button(sam, "New agent").click();
        assertThat(sam).hasURL(Pattern.compile("/inbox/admin/agents\\?expired=true$"));
        assertThat(sam.getByText("This page had been open for so long")).isVisible();
        button(sam, "New agent").click();
        assertThat(dialog(sam)).containsText("User name");
    }

    private Page administration() {
        return administration(browsers.open());
    }

    private Page administration(BrowserContext machine) {
        Page page = machine.newPage();
        page.navigate(installation.address().resolve("admin/agents").toString());
        new InboxWindow(page).signIn("sam", "demo");
        assertThat(page.getByRole(AriaRole.HEADING, onPage("Agents"))).isVisible();
        // Typing has no effect before the components have attached their listeners.
        assertThat(page.locator("main:not([inert])")).isVisible();
        return page;
    }

    private String create(Page sam) {
        button(sam, "New agent").click();
        return fillAndSave(sam);
    }

    private String fillAndSave(Page sam) {
        field(sam, "User name").fill(userName);
        field(sam, "Name").fill(name);
        field(sam, "Email address").fill(userName + "@example.com");
        button(sam, "Save").click();
        return oneTimePassword(sam);
    }

    private String oneTimePassword(Page sam) {
        String password = field(sam, "Password of " + userName).inputValue();
        button(sam, "Done").click();
        assertThat(dialog(sam)).hasCount(0);
        return password;
    }

    private InboxWindow firstSignIn(String password) {
        Page page = browsers.open().newPage();
        page.navigate(installation.address().toString());
        InboxWindow window = new InboxWindow(page);
        window.signIn(userName, password);
        assertThat(page.getByText("Choose your own before you go on.")).isVisible();
        page.navigate(installation.address().toString());
        assertThat(page).hasURL(Pattern.compile("/inbox/password"));
        choosePassword(page, password, "a sentence of my own");
        return window;
    }

    private static void choosePassword(Page page, String current, String chosen) {
        field(page, "Current password").fill(current);
        field(page, "New password").fill(chosen);
        field(page, "New password again").fill(chosen);
        button(page, "Change password").click();
        assertThat(page.getByRole(AriaRole.SWITCH)).isEnabled();
    }

    private Locator row(Page page) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(userName + "@"));
    }

    private static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG).or(page.getByRole(AriaRole.ALERTDIALOG));
    }

    private static Locator field(Page page, String name) {
        return page.getByRole(AriaRole.TEXTBOX, onPage(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, onPage(name));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions onPage(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
