package org.agentinbox.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.RoutingSetup;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

/** The part of {@link Tour} that visits what decides where chats go. Afterwards the installation has no teams and no custom rules. */
final class RoutingTour {

    private static final String GREETING = """
        {"texts": {"greeting": {"en": "**Questions?**\\n- [Prices](https://customer.example/prices)\\n- *Delivery*",
            "ko": "**궁금한 점이 있으신가요?**\\n- [가격](https://customer.example/prices)\\n- *배송*"}}, "greeting": {"afterSeconds": 0}}""";

    private final Installation installation;
    private final RoutingSetup setup;
    private final Tour.Guest guest;

    RoutingTour(Installation installation, Tour.Guest guest) {
        this.installation = installation;
        this.setup = new RoutingSetup(installation);
        this.guest = guest;
    }

    /** @param page of a sales admin who reads English or Korean */
    void on(Page page) {
        setup.reset();
        setup.rule(1, "Everything Korean", "[{\"subject\": \"LANGUAGE\", \"comparison\": \"IS\", \"value\": \"ko\"}]",
            setup.team("Korean", "ben", "chae"));
        setup.rule(2, "Korean pricing", "[{\"subject\": \"LANGUAGE\", \"comparison\": \"IS\", \"value\": \"ko\"}, {\"subject\": \"HOUR\", "
            + "\"comparison\": \"BETWEEN\", \"value\": \"09:00-17:30\"}]", setup.team("Nobody yet"));
        openForm(page, "admin/teams");
        guest.at(page, "teams/list");
        page.locator(".acts button").first().click();
        assertThat(page.locator("[id='editor:name']")).hasValue("Korean");
        page.locator("[id='editor:name']").fill("");
        page.locator("#editor .primary").click();
        assertThat(page.locator("#editor .ui-message-error")).isVisible();
        guest.at(page, "teams/editor-errors");
        openForm(page, "admin/rules");
        assertThat(page.locator(".row-problem")).hasCount(2);
        guest.at(page, "rules/list");
        page.locator(".acts button").nth(2).click();
        assertThat(page.locator("[id='editor:condition:1:from']")).hasValue("09:00");
        page.locator("[id='editor:condition:0:value']").fill("");
        page.locator("[id='editor:condition:1:until']").fill("");
        page.locator("[id='editor:save']").click();
        assertThat(page.locator("#editor .ui-message-error")).hasCount(2);
        guest.at(page, "rules/editor-errors");
        page.locator("[id='editor:forTeam']").selectOption("false");
        assertThat(page.locator("[id='editor:agents']")).isVisible();
        guest.at(page, "rules/editor-agents");
        setup.reset();
        openForm(page, "admin/rules");
        guest.at(page, "rules/none");
    }

    void onOutcomesAndAudit(Page page) {
        openForm(page, "admin/outcomes");
        page.locator(".page-title button").first().click();
        assertThat(page.locator("[id='editor:name']")).isVisible();
        page.locator("[id='editor:save']").click();
        assertThat(page.locator("#editor .ui-message-error")).isVisible();
        guest.at(page, "outcomes/editor-errors");
        openForm(page, "admin/audit");
        guest.at(page, "audit/list");
    }

    /** Entries and requests; there is at least one request. */
    void onEntriesAndRequests(Page page) {
        openForm(page, "admin/entries");
        guest.at(page, "entries/list");
        page.locator(".page-title button").click();
        assertThat(page.locator("[id='editor:name']")).isVisible();
        page.locator("[id='editor:add']").click();
        page.locator("[id='editor:field:3:kind']").selectOption("CHOICE");
        assertThat(page.locator("[id='editor:field:3:choices']")).isVisible();
        page.locator("[id='editor:greets']").check();
        assertThat(page.locator("[id='editor:greetOn']")).isVisible();
        assertThat(page.frameLocator("#preview-frame").locator(".panel")).isVisible();
        guest.at(page, "entries/editor");
        page.locator("[id='editor:accent']").fill("#ffffff");
        page.locator("[id='editor:save']").click();
        assertThat(page.locator("#editor .ui-messages-error, #editor .ui-message-error").first()).isVisible();
        guest.at(page, "entries/editor-errors");
        greeting(page);
        openForm(page, "admin/missed");
        guest.at(page, "missed/list");
        openForm(page, "admin/requests");
        guest.at(page, "requests/list");
        page.locator(".acts button").first().click();
        // Of the oldest requests of a demo nothing is kept, and the dialog says so.
        assertThat(page.locator("#why").locator(".hint, .story li").first()).isVisible();
        guest.at(page, "requests/story");
        openForm(page, "admin/requests");
        page.locator(".foresight summary").click();
        page.locator("[id='preview:foresee']").click();
        assertThat(page.locator(".foresight .story li").first()).isVisible();
        guest.at(page, "requests/preview");
    }

    /** The widget with its greeting and with formatted texts. */
    private void greeting(Page page) {
        setup.set("default", "content = ?::jsonb", GREETING);
        page.navigate(installation.address().resolve("demo/").toString());
        assertThat(page.locator(".greeting strong")).isVisible();
        guest.at(page, "widget/greeting");
        page.locator(".greeting .primary").click();
        assertThat(page.locator(".intro li a")).isVisible();
        guest.at(page, "widget/formatted-texts");
        setup.reset();
    }

    /** Accounts and days off. Afterwards the installation has accounts. */
    void onAccountsAndDaysOff(Page page) {
        openForm(page, "admin/accounts");
        guest.at(page, "accounts/none");
        accounts(page);
        openForm(page, "admin/days-off");
        guest.at(page, "days-off/list");
        page.locator(".page-title button").first().click();
        assertThat(page.locator("#editor")).isVisible();
        page.locator("#editor .primary").click();
        assertThat(page.locator("#editor .ui-message-error").first()).isVisible();
        guest.at(page, "days-off/editor-errors");
    }

    private void accounts(Page page) {
        page.locator(".answers-file summary").click();
        page.locator("#import-file")
            .setInputFiles(new FilePayload("accounts.csv", "text/csv", "domain,owner,company\nco.kr,ana,\n".getBytes()));
        assertThat(page.locator("#import-problems")).isVisible();
        guest.at(page, "accounts/import-problems");
        page.locator("#import-file").setInputFiles(new FilePayload("accounts.csv", "text/csv",
            "domain,owner,company\nacme.example,ana,Acme\na.very.long.name.of.a.department.nordbio.example,cal,NordBio\n".getBytes()));
        assertThat(page.locator(".state-password")).isVisible();
        guest.at(page, "accounts/list");
        page.locator(".page-title button").click();
        assertThat(page.locator("#editor")).isVisible();
        guest.at(page, "accounts/editor");
        page.locator("#editor .primary").click();
        assertThat(page.locator("#editor .ui-message-error").first()).isVisible();
        guest.at(page, "accounts/editor-errors");
    }

    private void openForm(Page page, String path) {
        page.navigate(installation.address().resolve(path).toString());
        assertThat(page.locator("main:not([inert])")).isVisible();
    }
}
