package org.agentinbox.it.companyaccount;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Installation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;

/** Tests the page of the account list, by keyboard where there is something to press. */
class CompanyAccountsBrowserIT {

    private static final String HEADER = "domain,owner,company\n";
    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void anEmptyList() {
        installation.query("DELETE FROM company_account");
        installation.query("DELETE FROM company_account_import");
    }

    private Page page(String userName) {
        Page page = browsers.open().newPage();
        page.navigate(installation.address().resolve("admin/accounts").toString());
        new InboxWindow(page).signIn(userName, "demo");
        assertThat(page.locator("main:not([inert])")).isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator box(Page page, String name) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator owner(Page page) {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Owner"));
    }

    private static Locator row(Page page, String text) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    private static void choose(Page page, String file) {
        page.locator("#import-file").setInputFiles(new FilePayload("accounts.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void byKeyboardAccountsAreAddedGivenAwayAndRemoved() {
        Page mia = page("mia");
        button(mia, "New account").press("Enter");
        assertThat(box(mia, "Domain")).isFocused();
        mia.keyboard().type("gmail.com");
        mia.keyboard().press("Enter");
        assertThat(mia.getByText("Anybody can have an address there, so it says nothing about a company.")).isVisible();
        box(mia, "Domain").fill("www.한국전자.kr");
        box(mia, "Domain").press("Enter");
        assertThat(mia.getByText("Choose somebody who takes live chats.")).isVisible();
        box(mia, "Domain").press("Tab");
        mia.keyboard().type("Hankook");
        mia.keyboard().press("Tab");
        assertThat(owner(mia)).isFocused();
        owner(mia).selectOption(new SelectOption().setLabel("Ana Silva (ana)"));
        button(mia, "Save").press("Enter");
        assertThat(row(mia, "한국전자.kr")).containsText("Hankook");
        assertThat(mia.getByText("1 account in all")).isVisible();
        row(mia, "한국전자.kr").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit")).press("Enter");
        assertThat(box(mia, "Domain")).not().isEditable();
        assertThat(box(mia, "Company")).isFocused();
        box(mia, "Company").fill("Hankook Electronics");
        button(mia, "Save").press("Enter");
        assertThat(row(mia, "한국전자.kr")).containsText("Hankook Electronics");
        row(mia, "한국전자.kr").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove")).press("Enter");
        button(mia, "Yes, do it").press("Enter");
        assertThat(row(mia, "Hankook")).hasCount(0);
        assertThat(mia.getByText("No accounts in all")).isVisible();
    }

    @Test
    void theListIsReadPartByPartAndSearched() {
        installation
            .query("INSERT INTO company_account (domain, shown, owner_id, company, changed_at) SELECT d, d, a.id, 'Company ' || n, now() "
                + "FROM (SELECT n, 'c' || lpad(n::text, 3, '0') || '.example' AS d FROM generate_series(1, 120) n) x, account a "
                + "WHERE a.user_name = 'cal'");
        Page sam = page("sam");
        assertThat(sam.getByText("120 accounts in all")).isVisible();
        assertThat(row(sam, "c050.example")).containsText("Takes no live chats: chats go elsewhere");
        assertThat(row(sam, "c051.example")).hasCount(0);
        assertThat(button(sam, "Previous")).isDisabled();
        button(sam, "Next").press("Enter");
        assertThat(row(sam, "c051.example")).isVisible();
        button(sam, "Next").press("Enter");
        assertThat(row(sam, "c120.example")).isVisible();
        assertThat(button(sam, "Next")).isDisabled();
        button(sam, "Previous").press("Enter");
        assertThat(row(sam, "c051.example")).isVisible();
        button(sam, "Previous").press("Enter");
        assertThat(row(sam, "c001.example")).isVisible();
        sam.getByRole(AriaRole.SEARCHBOX).fill("company 77");
        sam.getByRole(AriaRole.SEARCHBOX).press("Enter");
        assertThat(row(sam, "c001.example")).hasCount(0);
        assertThat(row(sam, "c077.example")).isVisible();
        sam.getByRole(AriaRole.SEARCHBOX).fill("nothing has it");
        button(sam, "Search").press("Enter");
        assertThat(sam.getByText("No account here.")).isVisible();
    }

    @Test
    void aFileWithWrongLinesIsToldAndTheCorrectedOneReplacesTheList() throws Exception {
        browsers.expect("status of 400 .*/accounts/import");
        Page sam = page("sam");
        sam.getByText("Import and export").click();
        choose(sam, HEADER + "acme.example,ana,Acme\nco.kr,ana,\nb.example,nobody,\n");
        assertThat(sam.getByRole(AriaRole.ALERT)).containsText("Line 3: Many companies have names below this domain.");
        assertThat(sam.getByRole(AriaRole.ALERT)).containsText("Line 4: Nobody has this user name or email address.");
        choose(sam, HEADER + IntStream.range(0, 150).mapToObj(i -> "*.c" + i + ".example,ana,\n").collect(Collectors.joining()));
        assertThat(sam.getByRole(AriaRole.ALERT)).containsText("150 mistakes in all. The first 100:");
        choose(sam, HEADER + "acme.example,ana,Acme\nmail.example,mia,=1\n");
        assertThat(sam.getByText("2 added. 0 changed. 0 were there already. 0 removed. 1 belongs to somebody who takes no live chats"))
            .isVisible();
        assertThat(sam.getByRole(AriaRole.ALERT)).isHidden();
        assertThat(row(sam, "mail.example")).isVisible();
        String file = Files.readString(sam.waitForDownload(() -> sam.getByText("Export CSV").click()).path());
        assertEquals("\uFEFFdomain,owner,company\r\nacme.example,ana,Acme\r\nmail.example,mia,'=1\r\n", file);
    }

    @Test
    void anImportThatRunsElsewhereShowsHowFarItIs() {
        browsers.expect("status of 409 .*/accounts/import");
        installation.query("INSERT INTO company_account_import (id, state, begun_at, seen_at, lines_done, lines_total) "
            + "VALUES (gen_random_uuid(), 'STORING', now(), now(), 50, 200)");
        Page sam = page("sam");
        Locator bar = sam.getByRole(AriaRole.PROGRESSBAR, new Page.GetByRoleOptions().setName("Storing the accounts…"));
        assertThat(bar).hasAttribute("value", "25");
        sam.getByText("Import and export").click();
        choose(sam, HEADER + "acme.example,ana,Acme\n");
        assertThat(sam.getByRole(AriaRole.ALERT)).containsText("Another file is being imported.");
        sam.reload();
        assertThat(bar).hasAttribute("value", "25");
        installation
            .query("INSERT INTO company_account (domain, shown, owner_id, company, changed_at) SELECT 'new.example', 'new.example', id, "
                + "NULL, now() FROM account WHERE user_name = 'ana'");
        installation.query("UPDATE company_account_import SET state = 'DONE', ended_at = now()");
        assertThat(row(sam, "new.example")).isVisible();
        assertThat(bar).isHidden();
    }
}
