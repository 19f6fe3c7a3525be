package org.agentinbox.it.answer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
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
import com.microsoft.playwright.options.FilePayload;

/** Tests how canned answers are found and filled into the message box, and how they are managed and imported on their page. */
class CannedAnswersBrowserIT {

    private final Installation installation = Installation.shared();
    private final String mark = "t" + UUID.randomUUID().toString().substring(0, 8);

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void nobodyElse() {
        People.nobodyIsAvailable(installation);
    }

    @Test
    void anAnswerIsFoundByKeyboardFilledAndSent() {
        WidgetWindow vera = visitor();
        InboxWindow ana = chatting(vera, "Vera {agent.name}");
        ana.message().pressSequentially("/sh");
        assertThat(options(ana).nth(1)).isVisible();
        assertThat(active(ana)).hasText(Pattern.compile("/shipping.*Hello Vera \\{agent\\.name\\}, starter kits"));
        ana.page().keyboard().press("ArrowUp");
        assertThat(active(ana)).hasText(options(ana).last().textContent());
        ana.page().keyboard().press("ArrowDown");
        assertThat(active(ana)).hasText(options(ana).first().textContent());
        // New messages in the conversation must not disturb the search.
        vera.send("Hello?");
        assertThat(ana.messages().last()).containsText("Hello?");
        ana.message().pressSequentially("ipp");
        assertThat(options(ana)).hasCount(1);
        ana.page().keyboard().press("Enter");
        String text = "Hello Vera {agent.name}, starter kits for  leave our warehouse within two working days. The tracking link goes to "
            + "vera.lind@acme.example.";
        assertThat(ana.message()).hasValue(text);
        assertThat(ana.page().getByText("Not known of this visitor, so left empty: company.")).isVisible();
        assertEquals(text.indexOf(" leave"), ana.message().evaluate("box => box.selectionStart"),
            "the caret stands where something is missing");
        ana.page().keyboard().type("Acme");
        ana.page().keyboard().press("Enter");
        assertThat(vera.messages().last()).containsText("starter kits for Acme leave our warehouse");
        assertThat(ana.message()).hasValue("");
        ana.endSession();
        ana.setAvailable(false);
    }

    @Test
    void escapeClosesAndWhatIsNoSearchIsSentAsItStands() {
        WidgetWindow vera = visitor();
        InboxWindow ana = chatting(vera, "Vera");
        ana.message().pressSequentially("/sh");
        assertThat(options(ana).first()).isVisible();
        ana.page().keyboard().press("Escape");
        assertThat(list(ana)).isHidden();
        assertThat(ana.message()).isFocused();
        ana.message().pressSequentially("ip");
        assertThat(list(ana)).isHidden();
        ana.message().fill("");
        ana.message().pressSequentially("/labs");
        // Ana's own answers are listed together with the shared ones.
        assertThat(options(ana).first()).containsText("mine");
        ana.message().pressSequentially("x");
        assertThat(ana.page().locator("#answers-note")).hasText("No canned answer fits. Enter sends what you typed.");
        ana.page().keyboard().press("Enter");
        assertThat(vera.messages().last()).containsText("/labsx");
        ana.message().pressSequentially("1/2 and so /sh");
        assertThat(list(ana)).isHidden();
        ana.message().evaluate("box => box.setSelectionRange(3, 3)");
        ana.button("Canned answers").click();
        options(ana).filter(new Locator.FilterOptions().setHasText("/trial")).click();
        assertThat(ana.message()).hasValue(Pattern.compile("^1/2You can try everything .* and so /sh$"));
        ana.page().keyboard().press("Enter");
        ana.endSession();
        ana.setAvailable(false);
    }

    @Test
    void placeholdersAreFilledInOnePass() {
        Page page = InboxWindow.signedIn(browsers.open(), installation, "ana").page();
        assertThat(page.getByRole(AriaRole.SWITCH)).isEnabled();
        String module = page.locator("script[src$='/inbox/main.js']").getAttribute("src").replace("main.js", "placeholders.js");
        Map<String, Object> visitor = Map.of("name", "{agent.name}", "company", " ", "email", "$&");
        Object filled = page.evaluate("async ([module, visitor]) => { const { fill } = await import(module); "
            + "return [fill('{visitor.name}|{visitor.company}|{visitor.company}|{visitor.email}|{agent.name}|{visitor.x}', { visitor, "
            + "agent: { name: '김' } }), "
            + "fill('{visitor.name}{agent.name}', {})].map(JSON.stringify); }", List.of(module, visitor));
        assertEquals(List.of("{\"text\":\"{agent.name}|||$&|김|{visitor.x}\",\"missing\":[\"visitor.company\"],\"gap\":13}",
            "{\"text\":\"\",\"missing\":[\"visitor.name\",\"agent.name\"],\"gap\":0}"), filled);
    }

    @Test
    void agentsManageTheirOwnAndSalesAdminsThoseOfAll() {
        Page sam = page(browsers.open(), "sam");
        make(sam, mark + "-all", "Hello {visitor.nmae}");
        assertThat(sam.getByText("There is a placeholder in it that nobody could fill.")).isVisible();
        sam.getByRole(AriaRole.TEXTBOX, onPage("Text")).fill("Hello {visitor.name}\nSecond line");
        button(sam, "Save").click();
        assertThat(row(sam, mark + "-all")).containsText("Everybody");
        Page ben = page(browsers.open(), "ben");
        assertThat(row(ben, mark + "-all").getByRole(AriaRole.BUTTON)).hasCount(0);
        make(ben, "/" + mark, "My own");
        assertThat(row(ben, "My own")).containsText("Only me");
        make(ben, mark, "My own again");
        assertThat(ben.getByText("There is an answer with this shortcut already.")).isVisible();
        button(ben, "Cancel").click();
        row(ben, "My own").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit")).click();
        ben.getByRole(AriaRole.TEXTBOX, onPage("Text")).fill("My new own");
        button(ben, "Save").click();
        assertThat(row(ben, "My new own")).isVisible();
        ben.getByRole(AriaRole.SEARCHBOX).fill(mark);
        assertThat(ben.getByText("Shown: 2")).isVisible();
        row(ben, "My new own").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove")).click();
        button(ben, "Yes, do it").click();
        assertThat(row(ben, "My new own")).hasCount(0);
        assertThat(row(ben, mark + "-all")).hasCount(1);
    }

    @Test
    void aFileWithAWrongLineIsToldAndTheCorrectedOneImported() throws Exception {
        browsers.expect("status of 400 .*/answers/import");
        Page ben = page(browsers.open(), "ben");
        ben.getByText("Import and export").click();
        choose(ben, "shortcut,text,shared\n" + mark + ",안녕하세요 " + mark + ",false\n" + mark + " b,text,false\n");
        assertThat(ben.getByRole(AriaRole.ALERT)).containsText("Line 3: The shortcut needs");
        assertThat(row(ben, mark)).hasCount(0);
        choose(ben, "shortcut,text,shared\n" + mark + ",안녕하세요 " + mark + ",false\n" + mark + "b,=1+1,false\n");
        assertThat(ben.getByText("2 added. 0 changed. 0 were there already.")).isVisible();
        assertThat(ben.getByRole(AriaRole.ALERT)).isHidden();
        assertThat(row(ben, "안녕하세요 " + mark)).isVisible();
        String file = Files.readString(ben.waitForDownload(() -> ben.getByText("Export CSV").click()).path());
        assertEquals(true, file.contains("\r\n" + mark + "b,'=1+1,false\r\n"), file);
    }

    private static void choose(Page page, String file) {
        page.locator("#import-file").setInputFiles(new FilePayload("answers.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    }

    private WidgetWindow visitor() {
        return WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString());
    }

    private InboxWindow chatting(WidgetWindow visitor, String name) {
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        visitor.startChat(name, "Where is my starter kit?");
        ana.accept();
        return ana;
    }

    private Page page(BrowserContext machine, String userName) {
        Page page = machine.newPage();
        page.navigate(installation.address().resolve("answers").toString());
        new InboxWindow(page).signIn(userName, "demo");
        assertThat(page.locator("main:not([inert])")).isVisible();
        return page;
    }

    private static void make(Page page, String shortcut, String text) {
        button(page, "New canned answer").click();
        page.getByRole(AriaRole.TEXTBOX, onPage("Shortcut")).fill(shortcut);
        page.getByRole(AriaRole.TEXTBOX, onPage("Text")).fill(text);
        button(page, "Save").click();
    }

    private static Locator list(InboxWindow inbox) {
        return inbox.page().getByRole(AriaRole.LISTBOX, onPage("Canned answers"));
    }

    private static Locator options(InboxWindow inbox) {
        return list(inbox).getByRole(AriaRole.OPTION);
    }

    /** The option that aria-activedescendant of the message box names. */
    private static Locator active(InboxWindow inbox) {
        return list(inbox).locator("#" + inbox.message().getAttribute("aria-activedescendant") + "[aria-selected=true]");
    }

    private static Locator row(Page page, String text) {
        return page.locator(".answers-table tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, onPage(name));
    }

    private static Page.GetByRoleOptions onPage(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
