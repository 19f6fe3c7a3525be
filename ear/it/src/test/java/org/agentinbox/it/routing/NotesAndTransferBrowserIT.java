package org.agentinbox.it.routing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests private notes and the transfer of a chat, in the windows of agents and of the visitor. */
class NotesAndTransferBrowserIT {

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void nobodyElse() {
        People.nobodyIsAvailable(installation);
    }

    @Test
    void notesStayAmongAgentsAndAChatIsHandedOn() {
        WidgetWindow vera = WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString());
        BrowserContext machine = browsers.open();
        InboxWindow ana = InboxWindow.signedIn(machine, installation, "ana").setAvailable(true);
        vera.startChat("Vera Lind", "How much is it for 200 seats?");
        ana.accept();
        InboxWindow second = new InboxWindow(machine.newPage());
        second.page().navigate(ana.page().url());
        assertThat(second.messages()).hasCount(1);
        writeNote(ana, vera);
        assertThat(notes(second)).hasText(Pattern.compile("Private note.*Ana Silva.*Offer 15 %, not more"));

        InboxWindow ben = InboxWindow.signedIn(browsers.open(), installation, "ben").setAvailable(true);
        offerToBen(ana, "Speaks German");
        Locator alert = ben.page().getByRole(AriaRole.ALERT)
            .filter(new Locator.FilterOptions().setHasText("Transfer from Ana Silva: Vera Lind"));
        assertThat(alert).containsText("Note: Speaks German");
        assertThat(second.page().getByText("Waiting for Ben Okafor to accept.")).isVisible();
        alert.getByRole(AriaRole.BUTTON, named("Decline")).click();
        assertThat(ana.page().getByText("Ben Okafor declined. The chat stays with you.")).isVisible();
        ana.send("One moment, please");
        assertThat(vera.messages().last()).containsText("One moment, please");

        ana.button("Choose someone else").click();
        choose(ana, "");
        ana.message().fill("Half a word");
        alert.getByRole(AriaRole.BUTTON, named("Accept")).click();
        for (InboxWindow window : new InboxWindow[]{ana, second}) {
            assertThat(window.page().getByText("Ben Okafor has this chat now. You see what was written until then.")).isVisible();
            assertThat(window.message()).isHidden();
        }
        assertThat(ana.page().locator("#leftover-text")).hasText("Half a word");
        ana.page().reload();
        assertThat(ana.page().getByText("This conversation cannot be opened")).isVisible();
        assertThat(ana.rows().filter(new Locator.FilterOptions().setHasText("Vera Lind")).locator(".row-state[data-state=ACTIVE]"))
            .hasCount(0);

        assertThat(vera.log().getByText("Ben Okafor has joined the chat.")).isVisible();
        assertThat(vera.page().getByText("Ben Okafor", new Page.GetByTextOptions().setExact(true)).first()).isVisible();
        assertThat(notes(ben)).hasCount(2);
        ben.send("Guten Tag");
        assertThat(vera.messages().last()).containsText("Guten Tag");
        ben.endSession();
        assertThat(ben.page().getByText("Private notes are left out of the transcript.").first()).isVisible();
        noteOnWhatIsOver(ana, ben);
        assertThat(vera.log().getByText(Pattern.compile("15 %|Speaks German|Sent the quote"))).hasCount(0);
        ana.setAvailable(false);
        ben.setAvailable(false);
    }

    /** The note is written in a field of its own that looks different, and leaves the unfinished message alone. */
    private static void writeNote(InboxWindow ana, WidgetWindow vera) {
        ana.message().fill("Half a message");
        ana.page().keyboard().press("Escape");
        ana.page().keyboard().press("n");
        assertThat(note(ana)).isFocused();
        assertThat(note(ana)).hasValue("");
        assertThat(ana.message()).isHidden();
        assertThat(ana.button("Send")).hasCount(0);
        assertThat(ana.page().getByText("Only agents see this.")).isVisible();
        ana.page().keyboard().type("Offer 15 %, not more");
        ana.page().getByRole(AriaRole.RADIO, onPage("Message")).check();
        assertThat(ana.message()).hasValue("Half a message");
        ana.page().getByRole(AriaRole.RADIO, onPage("Private note")).check();
        assertThat(note(ana)).hasValue("Offer 15 %, not more");
        note(ana).press("Enter");
        assertThat(notes(ana)).hasCount(1);
        ana.page().getByRole(AriaRole.RADIO, onPage("Message")).check();
        ana.page().keyboard().press("Escape");
        ana.page().keyboard().press("r");
        assertThat(ana.message()).isFocused();
        ana.page().keyboard().press("Enter");
        assertThat(vera.messages().last()).containsText("Half a message");
        assertThat(vera.messages()).hasCount(2);
    }

    private static void offerToBen(InboxWindow from, String note) {
        from.page().keyboard().press("Escape");
        from.page().keyboard().press("t");
        Locator dialog = from.page().getByRole(AriaRole.DIALOG, onPage("Transfer this chat"));
        assertThat(dialog.getByRole(AriaRole.RADIO,
            new Locator.GetByRoleOptions().setName(Pattern.compile("Chae.*no inbox open|Chae.*not available")))).isDisabled();
        dialog.getByRole(AriaRole.SEARCHBOX).fill("nobody of this name");
        assertThat(dialog.getByText("No agent has this in their name.")).isVisible();
        dialog.getByRole(AriaRole.SEARCHBOX).fill("ben");
        assertThat(dialog.getByRole(AriaRole.RADIO)).hasCount(1);
        choose(from, note);
    }

    private static void choose(InboxWindow from, String note) {
        Locator dialog = from.page().getByRole(AriaRole.DIALOG, onPage("Transfer this chat"));
        dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("Ben Okafor"))).check();
        dialog.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Private note for the other agent")).fill(note);
        dialog.getByRole(AriaRole.BUTTON, named("Transfer")).click();
        assertThat(dialog).isHidden();
    }

    /** Past conversations are shared by all agents, and a new note shows at once in each window that has the conversation open. */
    private static void noteOnWhatIsOver(InboxWindow writer, InboxWindow reader) {
        writer.page().reload();
        assertThat(notes(writer)).hasCount(2);
        writer.button("Write a private note").click();
        note(writer).fill("Sent the quote");
        writer.button("Add note").click();
        assertThat(notes(writer).last()).containsText("Sent the quote");
        assertThat(notes(reader).last()).containsText("Sent the quote");
    }

    private static Locator note(InboxWindow inbox) {
        return inbox.page().getByRole(AriaRole.TEXTBOX, onPage("Private note"));
    }

    /** The notes by their accessible names. */
    private static Locator notes(InboxWindow inbox) {
        return inbox.log().getByRole(AriaRole.ARTICLE, new Locator.GetByRoleOptions().setName(Pattern.compile("^Private note, ")));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions onPage(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** The list of colleagues opens while the note is typed; whoever is mentioned comes by the bell to the note. */
    @Test
    void aColleagueIsMentionedByKeyboard() {
        WidgetWindow vera = WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString());
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        InboxWindow ben = InboxWindow.signedIn(browsers.open(), installation, "ben");
        vera.startChat("Vera Mention", "May I have a discount?");
        ana.accept();
        ana.endSession();
        ana.button("Write a private note").click();
        note(ana).pressSequentially("Please call back, @be");
        Locator option = ana.page().getByRole(AriaRole.LISTBOX, onPage("Colleagues who may read this conversation"))
            .getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setName("Ben Okafor"));
        assertThat(option).hasAttribute("aria-selected", "true");
        assertThat(ana.page().locator("#mentions-said")).containsText("1 colleague.");
        note(ana).press("Enter");
        assertThat(note(ana)).hasValue("Please call back, @Ben Okafor ");
        note(ana).press("Enter");
        assertThat(notes(ana)).hasCount(1);

        assertThat(ben.page().getByText("Ana Silva mentioned you in a private note")).isVisible();
        Locator bell = ben.page().locator("#missed-button");
        assertThat(bell).hasAccessibleName(Pattern.compile("1 new mention"));
        bell.click();
        Locator row = ben.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Ana Silva mentioned you")));
        assertThat(row).containsText("Chat with Vera Mention");
        assertThat(bell).hasAccessibleName("Missed chats");
        row.click();
        assertThat(notes(ben)).isFocused();
        assertThat(notes(ben)).containsText("Please call back, @Ben Okafor");
    }
}
