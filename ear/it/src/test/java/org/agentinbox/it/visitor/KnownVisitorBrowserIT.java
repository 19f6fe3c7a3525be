package org.agentinbox.it.visitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * Tests that the agent sees who a visitor is known as and how certain that is, that the visitor does not, and how an administrator connects
 * the site.
 */
class KnownVisitorBrowserIT {

    @RegisterExtension
    private final Browsers browsers = new Browsers();
    private final Installation installation = Installation.shared();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String veras = "vera." + mark + "@customer.example";

    @BeforeEach
    @AfterEach
    void nobodyIsThere() {
        People.nobodyIsAvailable(installation);
    }

    private static Locator activities(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Activity history").setExact(true))
            .getByRole(AriaRole.LISTITEM);
    }

    private WidgetWindow visitor() {
        return WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString());
    }

    private void verasPastChat(Site site) {
        try (Chat past = Chat.begin(installation, "ana")) {
            String token = site.sign(Site.claims(veras).add("name", "Vera " + mark).add("crmStatus", "Customer " + mark));
            past.visitor().send(frame("identify").add("signed", token)).await("identified", f -> f.getBoolean("verified"));
            past.visitorSays("Secret " + mark);
            past.end();
        }
    }

    @Test
    void aClaimJoinsForTheAgentUntilAnAdministratorUndoesIt() {
        verasPastChat(Site.with(installation));
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        WidgetWindow mallory = visitor().open().fill("Mallory", veras, "Hello");
        mallory.button("Start chat").click();
        assertThat(ana.offer()).containsText("Vera " + mark);
        ana.accept();
        Locator info = ana.visitorInformation();
        assertThat(info).containsText("Nobody has checked that it is them.");
        assertThat(info).containsText("Vera " + mark + " from the record");
        assertThat(info).containsText("The visitor says: Mallory");
        assertThat(info).containsText(veras + " unverified");
        assertThat(info).containsText("Customer " + mark + " from the record");
        assertThat(activities(ana.page())).hasCount(4);
        assertThat(ana.button("This is somebody else")).hasCount(0);
        ana.message().pressSequentially("/");
        assertFalse(ana.page().content().contains("Hi Vera " + mark), "what is written to them has their own name");
        ana.message().clear();
        ana.send("Hello");
        assertThat(mallory.messages()).hasCount(2);
        assertFalse(((String) mallory.page().evaluate("() => document.querySelector('agent-inbox-widget').shadowRoot.innerHTML"))
            .contains(mark + " "));
        InboxWindow sam = InboxWindow.signedIn(browsers.open(), installation, "sam");
        sam.page().navigate(ana.page().url());
        sam.button("This is somebody else").click();
        assertThat(sam.visitorInformation()).containsText("Kept apart from what is known of " + veras);
        assertThat(sam.button("It is this person after all")).isFocused();
        for (InboxWindow window : new InboxWindow[]{sam, ana}) {
            assertThat(window.visitorInformation()).containsText("Mallory unverified");
            assertThat(window.visitorInformation()).not().containsText("Vera " + mark);
            assertThat(activities(window.page())).hasCount(2);
        }
        sam.button("It is this person after all").click();
        assertThat(activities(ana.page())).hasCount(4);
        ana.endSession();
    }

    @Test
    void thePageSaysWhoItIsBeforeAndDuringTheChat() {
        Site site = Site.with(installation);
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        WidgetWindow vera = visitor();
        vera.page().evaluate("() => { window.toldToTest = []; for (const name of ['email-given', 'phone-given']) "
            + "AgentInbox.on(name, d => toldToTest.push([name, d.email ?? d.phone, d.verified].join(' '))); }");
        vera.page().evaluate("token => AgentInbox.identify(token)",
            site.sign(Site.claims(veras).add("name", "Véra Lind").add("crmStatus", "Lead")));
        vera.page().waitForFunction("() => toldToTest.length === 1");
        vera.open();
        assertThat(vera.textBox("Name")).hasValue("Véra Lind");
        vera.textBox("Message").fill("Hello");
        vera.button("Start chat").click();
        ana.accept();
        assertThat(ana.visitorInformation()).containsText("The site signed who this is.");
        assertThat(ana.visitorInformation()).containsText("Véra Lind verified");
        assertThat(ana.visitorInformation()).containsText("Lead verified");
        vera.page().evaluate("() => AgentInbox.identify({ phone: '+49 30 1', crmStatus: 'VIP' })");
        assertThat(ana.visitorInformation()).containsText("+49 30 1 unverified");
        vera.page().waitForFunction("() => toldToTest.includes('phone-given +49 30 1 true')");
        assertEquals("email-given " + veras + " true", vera.page().evaluate("() => toldToTest[0]"));
        vera.page().evaluate("token => AgentInbox.identify(token)",
            site.sign(Site.claims("bob." + mark + "@customer.example").add("name", "Bob")));
        assertThat(vera.textBox("Name")).hasValue("Bob");
        assertThat(vera.log()).hasCount(0);
        assertThat(ana.visitorInformation()).containsText("Véra Lind verified");
        ana.endSession();
    }

    @Test
    void anAdministratorConnectsTheSite() {
        installation.query("DELETE FROM site_secret");
        InboxWindow mia = InboxWindow.signedIn(browsers.open(), installation, "mia");
        Page page = mia.page();
        page.navigate(installation.address().resolve("admin/site").toString());
        assertThat(page.locator("main")).containsText("There is no secret yet");
        mia.button("Make the secret").click();
        String secret = shownOnce(mia);
        assertTrue(secret.length() >= 43, secret);
        page.reload();
        assertThat(page.locator("main")).containsText("A secret has been in use since");
        mia.button("New key").click();
        mia.button("Make the key").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Give it a name");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name").setExact(true)).fill("CRM " + mark);
        mia.button("Make the key").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Choose at least one scope");
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("visitors")).check();
        mia.button("Make the key").click();
        String key = shownOnce(mia);
        assertEquals(200, put(key));
        page.reload();
        Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("CRM " + mark));
        assertThat(row).containsText("Mia Brandt");
        assertThat(row).containsText("visitors");
        assertThat(row).containsText("In use until " + (LocalDate.now(ZoneOffset.UTC).getYear() + 1));
        assertThat(row).not().containsText("never");
        assertFalse(page.content().contains(secret) || page.content().contains(key));
        installation.query("UPDATE api_key SET ends_at = now() + interval '20 days', "
            + "owner_id = (SELECT id FROM account WHERE user_name = 'ana') WHERE name = ?", "CRM " + mark);
        assertEquals(401, put(key), "ana is no administrator");
        page.reload();
        assertThat(row).containsText("its owner is no administrator any more");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take over")).click();
        mia.button("Yes, do it").click();
        assertThat(row).containsText("Ends soon");
        assertEquals(200, put(key));
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke")).click();
        mia.button("Yes, do it").click();
        assertThat(row).containsText("Revoked");
        assertEquals(401, put(key));
        assertEquals(0, Integer
            .parseInt(installation.query("SELECT count(*) FROM api_key WHERE row_to_json(api_key)::text LIKE ?", "%" + key + "%").get(0)));
        assertEquals(403, People.get(installation, "admin/site", People.cookie(installation, "ana")).statusCode());
        assertEquals(403, People.get(installation, "admin/agents", People.cookie(installation, "mia")).statusCode());
    }

    private int put(String key) {
        return People.call(
            HttpRequest.newBuilder(installation.address().resolve("api/v1/visitors/" + veras)).header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json").PUT(BodyPublishers.ofString("{\"name\":\"Vera\"}")))
            .statusCode();
    }

    private static String shownOnce(InboxWindow window) {
        Locator dialog = window.page().getByRole(AriaRole.DIALOG).filter(new Locator.FilterOptions().setHasText("Copy it now"));
        String secret = dialog.getByRole(AriaRole.TEXTBOX).inputValue();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Done")).click();
        return secret;
    }
}
