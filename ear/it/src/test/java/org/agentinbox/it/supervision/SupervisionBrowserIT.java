package org.agentinbox.it.supervision;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Axe;
import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** Tests how a sales admin and a lead watch, take over, reassign and end a chat, in their windows, the agent's and the visitor's. */
class SupervisionBrowserIT {

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);
    private UUID team;

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void benLeads() {
        People.nobodyIsAvailable(installation);
        team = setup.team("Supervised " + UUID.randomUUID(), "ana", "ben");
        installation.query("UPDATE team SET lead_id = ? WHERE id = ?", setup.account("ben"), team);
    }

    @AfterEach
    void nobodyLeads() {
        installation.query("DELETE FROM team WHERE id = ?", team);
        People.nobodyIsAvailable(installation);
    }

    @Test
    void watchedTakenOverReassignedAndEnded() {
        WidgetWindow vera = WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString());
        InboxWindow ana = inbox("ana").setAvailable(true);
        InboxWindow ben = inbox("ben");
        InboxWindow sam = inbox("sam");
        vera.startChat("Vera Watched", "How much is it for 200 seats?");
        ana.accept();

        watch(sam, ana);
        assertThat(ana.page().getByText("Watched by Sam Lindqvist", exactly()).first()).isVisible();
        followsLive(sam, vera);
        whispers(sam, ana, vera);
        isAccessible(sam);
        isAccessible(ana);

        leadTakesOver(ben, ana, vera);
        reassignedByKeyboard(sam, ana, ben);
        assertThat(vera.log().getByText("Ana Silva has joined the chat.")).isVisible();
        ana.send("Here I am again");
        assertThat(sam.messages().last()).containsText("Here I am again");
        ends(sam, ana, vera);
    }

    private InboxWindow inbox(String userName) {
        return InboxWindow.signedIn(browsers.open(options -> options.setReducedMotion(ReducedMotion.REDUCE)), installation, userName);
    }

    /** From the list of all chats; the chat then has an address. */
    private static void watch(InboxWindow watcher, InboxWindow agent) {
        watcher.show("All");
        watcher.rows().filter(new Locator.FilterOptions().setHasText("Vera Watched")).first().click();
        assertThat(bar(watcher)).containsText("You are watching Ana Silva’s chat.");
        assertEquals(chat(agent), chat(watcher));
        assertThat(watcher.message()).hasCount(0);
    }

    private static void followsLive(InboxWindow watcher, WidgetWindow vera) {
        vera.textBox("Message").pressSequentially("And for 300");
        assertThat(watcher.page().getByText("typing…")).isVisible();
        vera.button("Send").click();
        assertThat(watcher.messages().last()).containsText("And for 300");
        assertThat(watcher.page().getByText("typing…")).hasCount(0);
    }

    private static void whispers(InboxWindow watcher, InboxWindow agent, WidgetWindow vera) {
        watcher.page().getByRole(AriaRole.TEXTBOX, named("Private note")).fill("Offer ten percent");
        watcher.button("Add note").click();
        assertThat(agent.messages().last()).containsText("Offer ten percent");
        agent.send("Ten percent less");
        assertThat(vera.messages().last()).containsText("Ten percent less");
        assertThat(vera.log().getByText("Offer ten percent")).hasCount(0);
    }

    private void leadTakesOver(InboxWindow ben, InboxWindow ana, WidgetWindow vera) {
        ben.page().navigate(ana.page().url());
        assertThat(bar(ben)).isVisible();
        ana.message().fill("Half a sentence");
        assertThat(vera.page().getByText("Ana Silva is typing…")).isVisible();
        bar(ben).getByRole(AriaRole.BUTTON, in("Take over")).click();
        assertThat(ben.message()).isFocused();
        assertThat(bar(ben)).isHidden();
        assertThat(vera.log().getByText("Ben Okafor has joined the chat.")).isVisible();
        assertThat(vera.page().getByRole(AriaRole.HEADING).getByText("Ben Okafor")).isVisible();
        assertThat(vera.page().getByText("is typing…")).isHidden();
        assertThat(ana.page().getByText("Ben Okafor took over the chat with Vera Watched. What you typed is kept.")).isVisible();
        assertThat(ana.page().locator("#leftover-text")).hasText("Half a sentence");
        assertThat(ana.message()).isHidden();
        ben.send("Ben is here");
        assertThat(vera.messages().last()).containsText("Ben is here");
    }

    private static void reassignedByKeyboard(InboxWindow sam, InboxWindow ana, InboxWindow ben) {
        assertThat(bar(sam)).containsText("You are watching Ben Okafor’s chat.");
        sam.page().keyboard().press("Escape");
        sam.page().keyboard().press("t");
        Locator dialog = sam.page().getByRole(AriaRole.DIALOG, named("Reassign this chat"));
        assertThat(dialog.getByRole(AriaRole.SEARCHBOX)).isFocused();
        assertThat(dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("Ana Silva")))).isEnabled();
        sam.page().keyboard().type("ana s");
        assertThat(dialog.getByRole(AriaRole.RADIO)).hasCount(1);
        sam.page().keyboard().press("Tab");
        sam.page().keyboard().press("Space");
        assertThat(dialog.getByRole(AriaRole.RADIO)).isChecked();
        sam.page().keyboard().press("Enter");
        assertThat(dialog).isHidden();
        assertThat(bar(sam)).containsText("You are watching Ana Silva’s chat.");
        assertThat(ana.page().getByText("Sam Lindqvist gave you the chat with Vera Watched.")).isVisible();
        assertThat(ana.message()).hasValue("Half a sentence");
        assertThat(ben.page().getByText("Sam Lindqvist gave the chat with Vera Watched to Ana Silva. What you typed is kept.")).isVisible();
    }

    private static void ends(InboxWindow sam, InboxWindow ana, WidgetWindow vera) {
        bar(sam).getByRole(AriaRole.BUTTON, in("End session")).click();
        sam.page().getByRole(AriaRole.DIALOG).or(sam.page().getByRole(AriaRole.ALERTDIALOG)).getByRole(AriaRole.BUTTON, in("End chat"))
            .click();
        assertThat(vera.log()).containsText("Sam Lindqvist has ended the chat.");
        vera.isReadOnly();
        assertThat(ana.message()).isHidden();
        assertThat(ana.log()).containsText("Sam Lindqvist");
        assertThat(bar(sam)).isHidden();
        assertThat(ana.page().getByText("Watched by")).isHidden();
    }

    private static void isAccessible(InboxWindow window) {
        assertEquals(List.of(), Axe.violations(window.page()));
        window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertEquals(List.of(), Axe.violations(window.page()), "dark");
        window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static Locator bar(InboxWindow window) {
        return window.page().getByRole(AriaRole.GROUP, named("Watched chat"));
    }

    private static String chat(InboxWindow window) {
        return window.page().url().replaceFirst(".*[?&](c=[^&]*).*", "$1");
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions in(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
