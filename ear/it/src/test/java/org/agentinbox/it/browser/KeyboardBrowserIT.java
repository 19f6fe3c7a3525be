package org.agentinbox.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tests the inbox by keyboard alone, and with a Korean input method. */
class KeyboardBrowserIT {

    /** The event that a browser sends for Enter while a syllable is being composed. */
    private static final String ENTER_IN_A_SYLLABLE = "(box) => box.dispatchEvent(new KeyboardEvent('keydown', "
        + "{ key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true, composed: true }))";
    private static final String KOREAN_KEY = "(code) => document.body.dispatchEvent(new KeyboardEvent('keydown', "
        + "{ key: 'ㅍ', code, bubbles: true, cancelable: true }))";

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void nobodyElse() {
        People.nobodyIsAvailable(installation);
        // Without outcomes and tags no chat asks for them at its end, where it would take the focus.
        installation.query("DELETE FROM wrap_up");
        installation.query("DELETE FROM wrap_up_choice");
    }

    @Test
    void aDayOfWorkByKeyboardAlone() {
        Page page = browsers.open().newPage();
        page.navigate(installation.address().toString());
        Keyboard keys = page.keyboard();
        signIn(keys);
        InboxWindow ana = new InboxWindow(page);
        Locator available = page.getByRole(AriaRole.SWITCH);
        assertThat(available).isEnabled();
        keys.press("v");
        assertThat(available).isChecked();
        WidgetWindow unwanted = visitor().startChat("Vera Declined", "Hello?");
        assertThat(ana.offer()).containsText("Vera Declined");
        keys.press("d");
        assertThat(unwanted.log()).containsText("Nobody can chat right now.");
        assertThat(ana.offer()).hasCount(0);
        WidgetWindow vera = visitor().startChat("Vera Keys", "Do you hear me?");
        assertThat(ana.offer()).containsText("Vera Keys");
        keys.press("a");
        assertThat(ana.message()).isFocused();
        keys.type("I do.");
        keys.press("Shift+Enter");
        keys.type("j, k and e are letters here.");
        keys.press("Enter");
        assertThat(vera.messages().last()).containsText("I do.\nj, k and e are letters here.");
        keys.press("Escape");
        keys.press("m");
        assertThat(ana.log()).isFocused();
        keys.press("PageUp");
        theHelpListsTheKeys(page);
        keys.press("/");
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).isFocused();
        keys.press("Escape");
        keys.press("j");
        keys.press("r");
        assertThat(ana.message()).isFocused();
        keys.press("Escape");
        keys.press("e");
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).isVisible();
        keys.press("Tab");
        keys.press("Enter");
        vera.isReadOnly();
        keys.press("v");
        assertThat(available).not().isChecked();
    }

    private static void signIn(Keyboard keys) {
        keys.type("ana");
        keys.press("Tab");
        keys.type("demo");
        keys.press("Enter");
    }

    private static void theHelpListsTheKeys(Page page) {
        page.keyboard().press("?");
        Locator help = page.getByRole(AriaRole.DIALOG);
        assertThat(help).isVisible();
        for (String key : List.of("j", "k", "/", "r", "m", "a", "d", "e", "v", "?", "Enter", "Shift", "Esc")) {
            assertThat(help.locator("kbd").getByText(key, new Locator.GetByTextOptions().setExact(true)).first()).isVisible();
        }
        page.keyboard().press("Escape");
        assertThat(help).isHidden();
    }

    @Test
    void keysCanBeSwitchedOffAndWorkOnAKoreanLayout() {
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana");
        Locator available = ana.page().getByRole(AriaRole.SWITCH);
        assertThat(available).isEnabled();
        ana.page().evaluate(KOREAN_KEY, "KeyV");
        assertThat(available).isChecked();
        ana.button("Keyboard shortcuts").first().click();
        ana.page().getByRole(AriaRole.CHECKBOX).uncheck();
        ana.page().keyboard().press("Escape");
        ana.page().keyboard().press("?");
        assertThat(ana.page().getByRole(AriaRole.DIALOG)).isHidden();
        ana.page().keyboard().press("v");
        ana.page().reload();
        assertThat(ana.page().getByText(Pattern.compile("^Available"))).isVisible();
        assertThat(available).isChecked();
        ana.setAvailable(false);
    }

    @Test
    void enterWithinASyllableSendsNothing() {
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        WidgetWindow vera = visitor().startChat("김지훈", "안녕하세요");
        ana.accept();
        ana.message().fill("안녕");
        ana.message().evaluate(ENTER_IN_A_SYLLABLE);
        assertThat(ana.message()).hasValue("안녕");
        vera.textBox("Message").fill("네");
        vera.textBox("Message").evaluate(ENTER_IN_A_SYLLABLE);
        assertThat(vera.textBox("Message")).hasValue("네");
        ana.message().press("Enter");
        assertThat(vera.messages()).containsText(new String[]{"안녕하세요", "안녕"});
        vera.textBox("Message").press("Enter");
        assertThat(ana.messages()).containsText(new String[]{"안녕하세요", "안녕", "네"});
        assertThat(ana.messages()).hasCount(3);
        ana.endSession();
    }

    private WidgetWindow visitor() {
        return WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString());
    }
}
