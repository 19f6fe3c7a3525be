package org.agentinbox.it.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.UUID;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.MailingInstallation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import jakarta.json.Json;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Tests that people are told by mail of changes to what they sign in with, in their language, and of nothing that did not happen. */
class CredentialMailIT {

    private final MailingInstallation mailing = MailingInstallation.shared();
    private final Installation installation = mailing.installation();
    private final String person = "told-" + UUID.randomUUID().toString().substring(0, 8);
    private final String address = person + "@acme.example";

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void hire() {
        People.hire(installation, person);
        installation.query("UPDATE account SET email = ?, locale = 'en' WHERE user_name = ?", address, person);
    }

    @AfterEach
    void dismiss() {
        installation.query("UPDATE account SET active = false, email = NULL WHERE user_name = ?", person);
    }

    private List<String> subjects() {
        return mailing.mails(address).stream().map(CredentialMailIT::subject).toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private String lastText() {
        List<MimeMessage> mails = mailing.mails(address);
        return MailingInstallation.text(mails.get(mails.size() - 1)).replace("\r\n", "\n");
    }

    private void addPasskey(String cookie, String label) {
        SoftAuthenticator authenticator = new SoftAuthenticator("https://chat.acme.example");
        authenticator.relyingParty = "chat.acme.example";
        String options = People.post(installation, "passkey-add/options", cookie, "current", "demo").body();
        People.post(installation, "passkey-add", cookie, "response",
            authenticator.register(Json.createReader(new StringReader(options)).readObject()), "label", label);
    }

    @Test
    void ofAPasskeyThatIsAddedAndRemoved() {
        addPasskey(People.newCookie(installation, person), "Laptop\"; see {0}");
        assertEquals(List.of("A passkey was added to your account"), subjects());
        assertTrue(lastText().contains("The passkey \"Laptop\"; see {0}\" was added"), lastText());
        assertTrue(lastText().contains("https://chat.acme.example/inbox/profile"), lastText());
        Page page = InboxWindow.signedIn(browsers.open(), installation, person).page();
        page.navigate(installation.address().resolve("profile").toString());
        page.locator("#passkeyList button").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.getByText("The passkey was removed.")).isVisible();
        assertEquals("A passkey was removed from your account", subjects().get(1));
        assertEquals(2, subjects().size());
    }

    @Test
    void ofAPasswordInTheirLanguage() {
        installation.query("UPDATE account SET locale = 'ko' WHERE user_name = ?", person);
        String cookie = People.newCookie(installation, person);
        People.post(installation, "password-change", cookie, "current", "not this one", "password", "forty blue whales", "repeat",
            "forty blue whales");
        assertEquals(List.of(), subjects(), "the present password was wrong");
        People.post(installation, "password-change", cookie, "current", "demo", "password", "forty blue whales", "repeat",
            "forty blue whales");
        assertEquals(List.of("비밀번호가 변경되었습니다"), subjects());
        assertTrue(lastText().startsWith(person + " 님, 안녕하세요.\n"), lastText());
        assertFalse(lastText().contains("forty blue whales"), lastText());
    }

    @Test
    void ofWhatAnAdministratorDoes() {
        Page sam = InboxWindow.signedIn(browsers.open(), installation, "sam").page();
        sam.navigate(installation.address().resolve("admin/agents").toString());
        assertThat(sam.locator("main:not([inert])")).isVisible();
        Locator row = sam.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(person));
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("New password")).click();
        sam.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Yes, do it")).click();
        assertThat(sam.getByLabel("Password of " + person)).isVisible();
        assertEquals(List.of("An administrator gave you a new password"), subjects());
        assertFalse(lastText().contains(sam.getByLabel("Password of " + person).inputValue()), lastText());
        sam.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done")).click();
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit")).click();
        sam.getByLabel("Email address", new Page.GetByLabelOptions().setExact(true)).fill("new-" + address);
        sam.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
        assertThat(row).containsText("new-" + address);
        assertEquals(List.of("An administrator gave you a new password", "The email address of your account was changed"), subjects());
        assertEquals(List.of(), mailing.mails("new-" + address));
    }
}
