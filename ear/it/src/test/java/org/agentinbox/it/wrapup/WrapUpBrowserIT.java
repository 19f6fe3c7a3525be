package org.agentinbox.it.wrapup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tests the wrap-up with two browsers, by keyboard alone, and the page on which admins keep its lists. */
class WrapUpBrowserIT {

    private final Installation installation = Installation.shared();
    private final WrapUpSetup setup = new WrapUpSetup(installation);

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void lists() {
        People.nobodyIsAvailable(installation);
        setup.reset();
    }

    @AfterEach
    void nobodyIsThere() {
        People.nobodyIsAvailable(installation);
        setup.reset();
    }

    private Page inbox(String userName, String path) {
        Page page = InboxWindow.signedIn(browsers.open(), installation, userName).page();
        page.navigate(installation.address() + path);
        return page;
    }

    private static Locator list(Page page, String name) {
        return page.getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void byKeyboardAloneAndAColleagueSeesIt() {
        setup.add("OUTCOME", 1, "Sold", null);
        String lost = setup.add("OUTCOME", 2, "Lost", null);
        setup.add("TAG", 1, "Big", null);
        setup.add("TAG", 2, "Berlin", null);
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.visitorSays("Hello");
            Page ana = inbox("ana", "?c=" + chat.id());
            assertThat(ana.locator("#message")).isVisible();
            Keyboard keys = ana.keyboard();
            keys.press("e");
            assertThat(ana.locator("#end-keep")).isFocused();
            keys.press("Tab");
            keys.press("Enter");
            assertThat(list(ana, "Outcome")).isFocused();
            Page ben = inbox("ben", "?c=" + chat.id());
            assertThat(ben.locator("#transcript")).isVisible();
            assertThat(ben.locator("#wrap-up")).isHidden();
            keys.press("2");
            keys.press("Tab");
            keys.press("b");
            keys.press("b");
            keys.press("Enter");
            assertThat(ana.locator("#wrap-up-choices")).hasText("LostBigBerlin");
            assertThat(ana.locator("#wrap-up-change")).isFocused();
            assertThat(ben.locator("#wrap-up-choices")).hasText("LostBigBerlin");
            assertThat(ben.locator("#wrap-up-change")).isHidden();
            // Somebody takes it off the list while it is open here.
            keys.press("Enter");
            assertThat(list(ana, "Outcome")).isFocused();
            keys.press("s");
            installation.query("UPDATE wrap_up_choice SET removed_at = now() WHERE name = 'Sold'");
            keys.press("Enter");
            assertThat(ana.locator("#wrap-up-problem")).containsText("removed from the list");
            assertThat(list(ana, "Outcome").getByRole(AriaRole.OPTION)).hasText(List.of("1Lost").toArray(String[]::new));
            keys.press("Escape");
            assertThat(ana.locator("#wrap-up-choices")).hasText("LostBigBerlin");
            assertEquals(List.of(lost), installation.query("SELECT outcome_id FROM wrap_up WHERE conversation_id = ?",
                UUID.fromString(chat.id())));
            ben.locator("#search-filter").click();
            ben.locator("#search-outcome").selectOption("Lost");
            assertThat(ben.locator("#search-count")).hasText("1 conversation");
        }
    }

    @Test
    void adminsKeepTheLists() {
        Page mia = inbox("mia", "admin/outcomes");
        assertThat(mia.locator("main")).not().hasAttribute("inert", "");
        for (String name : List.of("Sold", "Lost")) {
            mia.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New outcome")).click();
            mia.locator("[id='editor:name']").fill(name);
            mia.locator("[id='editor:nameKo']").fill(name.equals("Sold") ? "판매" : "");
            mia.locator("[id='editor:save']").click();
            assertThat(mia.locator("[id='outcomes:OUTCOME'] .row-name").last()).hasText(name);
        }
        mia.locator("[id='outcomes:OUTCOME:1:up']").click();
        assertThat(mia.locator("[id='outcomes:OUTCOME'] .row-name").first()).hasText("Lost");
        mia.locator("[id='outcomes:OUTCOME'] [role=switch], [id='outcomes:OUTCOME'] .ui-toggleswitch").first().click();
        assertThat(mia.locator("#outcome-said")).containsText("retired");
        assertEquals(List.of("Lost false", "Sold true"),
            installation.query("SELECT name || ' ' || active FROM wrap_up_choice ORDER BY position"));
        // Somebody else has changed it since the dialog was opened.
        mia.locator("[id='outcomes:OUTCOME'] .acts button").nth(2).click();
        assertThat(mia.locator("[id='editor:nameKo']")).hasValue("판매");
        installation.query("UPDATE wrap_up_choice SET version = version + 1");
        mia.locator("[id='editor:name']").fill("Won");
        mia.locator("[id='editor:save']").click();
        assertThat(mia.locator("#editor .ui-messages-error")).containsText("Somebody else has changed this");
        assertThat(mia.locator("[id='editor:name']")).hasValue("Won");
    }
}
