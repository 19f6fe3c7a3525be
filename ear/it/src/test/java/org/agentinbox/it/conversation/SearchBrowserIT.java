package org.agentinbox.it.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

/** Tests the search in the inbox's left pane, over the demo's past chats. */
class SearchBrowserIT {

    private static final Path PICTURES = Path.of(System.getProperty("agentinbox.it.work", "target/it"), "browser");

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void nobodyIsAvailable() {
        People.nobodyIsAvailable(installation);
    }

    private static Locator box(Page page) {
        return page.getByRole(AriaRole.SEARCHBOX);
    }

    private InboxWindow inbox() {
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana");
        assertThat(ana.page().getByRole(AriaRole.SWITCH)).isEnabled();
        return ana;
    }

    @Test
    void theListComesBackWhereItWas() {
        InboxWindow ana = inbox();
        Page page = ana.page();
        ana.show("All");
        assertThat(ana.rows().nth(20)).isAttached();
        page.evaluate("document.getElementById('list-scroll').scrollTop = 400");
        page.keyboard().press("/");
        assertThat(box(page)).isFocused();
        box(page).fill("pric");
        assertThat(ana.rows().locator("mark").first()).hasText(Pattern.compile("^pric$", Pattern.CASE_INSENSITIVE));
        assertThat(page.getByText(Pattern.compile("^\\d+ conversations"))).isVisible();
        assertThat(page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("All"))).isHidden();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("All"))).isChecked();
        assertThat(box(page)).hasValue("");
        assertThat(ana.rows().locator("mark")).hasCount(0);
        assertEquals(400, page.evaluate("document.getElementById('list-scroll').scrollTop"));
    }

    @Test
    void koreanIsFoundWithinWordsAndNothingFoundSaysWhatToDo() {
        InboxWindow ana = inbox();
        Page page = ana.page();
        box(page).fill("요금");
        assertThat(ana.rows().locator("mark").first()).hasText("요금");
        box(page).fill("zzzyyyxxx");
        assertThat(page.getByText("No conversation has all of this. Try fewer words, or only the beginning of one.")).isVisible();
        assertThat(ana.rows()).hasCount(0);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Back to the list")).click();
        assertThat(page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Active"))).isChecked();
    }

    @Test
    void filtersByAgentAndByDay() {
        InboxWindow ana = inbox();
        Page page = ana.page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filter")).click();
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Agent").setExact(true)).selectOption("Ben Okafor");
        assertThat(ana.rows().first()).containsText("Ben Okafor");
        assertThat(ana.rows().filter(new Locator.FilterOptions().setHasNotText("Ben Okafor"))).hasCount(0);
        page.getByLabel("Until").fill("2001-01-01");
        assertThat(page.getByText("Try another agent or a longer time.")).isVisible();
        page.getByLabel("Until").press("Escape");
        assertThat(page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Active"))).isChecked();
        assertThat(page.getByLabel("Until")).isHidden();
    }

    @Test
    void whatPeopleTypedStaysText() {
        String name = "<img src=x onerror=alert(1)> Zq" + System.nanoTime();
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.visitor().send(SocketClient.frame("identify").add("name", name)).await("identified");
            InboxWindow ana = inbox();
            box(ana.page()).fill("onerror zq");
            Locator row = ana.rows().filter(new Locator.FilterOptions().setHasText(name));
            assertThat(row).hasCount(1);
            assertThat(row.locator("mark").first()).hasText("onerror");
            assertThat(row.locator("img")).hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-US,LIGHT,1440", "en-US,DARK,390", "ko-KR,DARK,1440", "ko-KR,LIGHT,390"})
    void looksRightInBothLanguagesAndThemes(String locale, ColorScheme scheme, int width) {
        boolean korean = locale.startsWith("ko");
        Page page = browsers
            .open(options -> options.setLocale(locale).setColorScheme(scheme).setViewportSize(width, width > 1000 ? 900 : 844)).newPage();
        page.navigate(installation.address().toString());
        page.locator("input[name=userName]").fill("ana");
        page.locator("input[name=password]").fill("demo");
        page.locator("input[name=password]").press("Enter");
        assertThat(page.getByRole(AriaRole.SWITCH)).isEnabled();
        box(page).fill(korean ? "요금" : "pric");
        assertThat(page.locator(".row mark").first()).isVisible();
        page.locator("#search-filter").click();
        picture(page, locale, scheme, width, "hits");
        box(page).fill("zzzyyyxxx");
        assertThat(page.locator("#list-empty")).containsText(korean ? "조건에 맞는 대화가 없습니다." : "No conversation has all of this.");
        picture(page, locale, scheme, width, "none");
        assertTrue((boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    private static void picture(Page page, String locale, ColorScheme scheme, int width, String state) {
        page.screenshot(
            new Page.ScreenshotOptions().setPath(PICTURES.resolve("search-" + locale + "-" + scheme + "-" + width + "-" + state + ".png")));
    }
}
