package org.agentinbox.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.Site;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/** Visits every page and every state that users see, in any language, and calls a {@link Guest} at each. */
final class Tour {

    /** Called at each state. It has to undo what it changes. */
    @FunctionalInterface
    interface Guest {

        /** @param state the names that lead to the state, as words */
        void at(Page page, String state);
    }

    private final Installation installation;
    private final Supplier<BrowserContext> machines;
    private final boolean korean;
    private final Guest guest;

    Tour(Installation installation, Locale language, Supplier<BrowserContext> machines, Guest guest) {
        this.installation = installation;
        this.machines = machines;
        this.korean = language.getLanguage().equals("ko");
        this.guest = guest;
    }

    /** The pages before sign-in, and the error pages. */
    void outside() {
        Page page = machines.get().newPage();
        open(page, "signin");
        guest.at(page, "sign-in/empty");
        signIn(page, "mia", "wrong");
        assertThat(page.locator(".notice.bad")).isVisible();
        guest.at(page, "sign-in/refused");
        open(page, "signin?problem=wait&seconds=7");
        guest.at(page, "sign-in/wait");
        signIn(page, "mia", "demo");
        assertThat(page.locator(".account-button")).isVisible();
        for (Map.Entry<String, String> one : Map
            .of("inbox/no-chats", "", "settings/not-for-this-account", "settings", "error/missing", "no-such-page",
                "error/refused", "admin/agents", "password/plain", "password", "password/wrong", "password?must=true&problem=wrong",
                "profile/own", "profile", "profile/ended", "profile?ended=one")
            .entrySet()) {
            open(page, one.getValue());
            guest.at(page, one.getKey());
        }
        for (String path : new String[]{korean ? "demo/pricing.ko.html" : "demo/pricing.html", korean ? "demo/" : "demo/index.ko.html"}) {
            open(page, path);
            assertThat(page.locator(".launcher")).isVisible();
            guest.at(page, path.replaceFirst("\\.html$", ""));
        }
    }

    void administration() {
        Page page = machines.get().newPage();
        open(page, "signin");
        signIn(page, "sam", "demo");
        assertThat(page.locator(".account-button")).isVisible();
        agents(page);
        answers(page);
        settings(page);
        Site.apiKey(installation);
        for (Map.Entry<String, String> one : Map
            .of("privacy/page", "admin/privacy", "site/page", "admin/site", "topics/list", "admin/topics", "meetings/of-all",
                "meetings", "now/page", "admin/now", "outcomes/list", "admin/outcomes")
            .entrySet()) {
            openForm(page, one.getValue());
            guest.at(page, one.getKey());
        }
        RoutingTour routing = new RoutingTour(installation, guest);
        routing.on(page);
        routing.onEntriesAndRequests(page);
        routing.onAccountsAndDaysOff(page);
        privacy(page);
        reports(page);
        routing.onOutcomesAndAudit(page);
        openForm(page, "admin/topics");
        page.locator(".page-title button").first().click();
        assertThat(page.locator("#editor")).isVisible();
        guest.at(page, "topics/editor");
    }

    private void privacy(Page page) {
        openForm(page, "admin/privacy");
        page.locator("[id='privacy:text']").fill("@");
        page.locator("[id='privacy:find']").click();
        assertThat(page.locator("[id='privacy:persons']")).isVisible();
        guest.at(page, "privacy/found");
        page.locator("[id='privacy:persons'] .danger").first().click();
        assertThat(page.locator("[id='erase:confirmation']")).isVisible();
        guest.at(page, "privacy/erase");
    }

    private void reports(Page page) {
        openForm(page, "reports");
        assertThat(page.locator(".day-plot")).hasCount(5);
        guest.at(page, "reports/all");
        page.locator(".report-topics a").first().click();
        assertThat(page.locator("#topic .report-chats a").first()).isVisible();
        page.locator("#topic .plot-table summary").click();
        assertThat(page.locator("#topic .plot-table tbody tr")).hasCount(30);
        guest.at(page, "reports/topic");
        openForm(page, "reports?from=2001-02-03&to=2001-01-01");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        guest.at(page, "reports/refused");
    }

    private void agents(Page page) {
        openForm(page, "admin/agents?expired=true");
        assertThat(page.locator(".live-state").first()).isVisible();
        guest.at(page, "agents/list");
        page.locator(".table-tools input").pressSequentially("zzz");
        assertThat(page.locator(".ui-datatable-empty-message")).isVisible();
        guest.at(page, "agents/none-found");
        openForm(page, "admin/agents");
        page.locator(".page-title button").click();
        assertThat(page.locator("#editor")).isVisible();
        guest.at(page, "agents/editor");
        page.locator("#editor .primary").click();
        assertThat(page.locator("#editor .ui-message-error").first()).isVisible();
        guest.at(page, "agents/editor-errors");
        String name = "tour-" + UUID.randomUUID().toString().substring(0, 8);
        page.locator("[id='editor:userName']").fill(name);
        page.locator("[id='editor:displayName']").fill("Dora Lindqvist-Haverkamp");
        page.locator("[id='editor:email']").fill(name + "@example.com");
        page.locator("#editor .primary").click();
        assertThat(page.locator("#one-time-password")).isVisible();
        guest.at(page, "agents/one-time-password");
        page.locator("[data-closes=oneTime]").click();
        page.locator("tr", new Page.LocatorOptions().setHasText(name)).locator(".acts .ui-button.link").last().click();
        assertThat(page.locator(".ui-confirmdialog-yes")).isVisible();
        guest.at(page, "agents/confirm");
        page.locator(".ui-confirmdialog-no").click();
    }

    private void answers(Page page) {
        openForm(page, "answers");
        guest.at(page, "answers/list");
        page.locator(".table-tools input").pressSequentially("zzz");
        assertThat(page.locator(".ui-datatable-empty-message")).isVisible();
        guest.at(page, "answers/none-found");
        openForm(page, "answers");
        page.locator(".page-title button").click();
        assertThat(page.locator("#editor")).isVisible();
        guest.at(page, "answers/editor");
        page.locator("#editor .primary").click();
        assertThat(page.locator("#editor .ui-message-error").first()).isVisible();
        guest.at(page, "answers/editor-errors");
        page.locator("[data-closes=editor]").click();
        page.locator(".answers-table .acts .ui-button.link").nth(1).click();
        assertThat(page.locator(".ui-confirmdialog-yes")).isVisible();
        guest.at(page, "answers/confirm");
        page.locator(".ui-confirmdialog-no").click();
        page.locator(".answers-file summary").click();
        page.locator("#import-file")
            .setInputFiles(new FilePayload("answers.csv", "text/csv", "shortcut,text,shared\na b,c,false\n".getBytes()));
        assertThat(page.locator("#import-problems")).isVisible();
        guest.at(page, "answers/import-problems");
    }

    private void settings(Page page) {
        openForm(page, "settings");
        assertThat(page.locator("#device-state")).not().isEmpty();
        guest.at(page, "settings/no-hours");
        page.locator("[id='hours:usual']").click();
        assertThat(page.locator(".day-row").first()).isVisible();
        guest.at(page, "settings/hours");
        page.locator("[popovertarget^=hours-copy-]").first().click();
        assertThat(page.locator(".copy-menu:popover-open")).isVisible();
        guest.at(page, "settings/copy-menu");
        page.keyboard().press("Escape");
        page.locator(".day-row input").nth(1).fill("nine");
        page.locator(".day-row input").nth(2).focus();
        assertThat(page.locator(".day .problem:not(:empty)").first()).isVisible();
        page.locator("[id='hours:save']").click();
        assertThat(page.locator(".ui-messages-error")).isVisible();
        guest.at(page, "settings/errors");
        page.locator("[id='hours:discard']").click();
        assertThat(page.locator("#hours .hours-first")).isVisible();
        page.locator("[id='hours:zone_input']").fill("");
        page.locator("[id='hours:zone_input']").pressSequentially("seo");
        assertThat(page.locator(".zone-panel tr").first()).isVisible();
        guest.at(page, "settings/zones");
        page.keyboard().press("Escape");
        page.locator("[id='hours:discard']").click();
        assertThat(page.locator("#unsaved")).isHidden();
        openForm(page, "settings?agent=" + installation.query("SELECT id::text FROM account WHERE user_name = 'ben'").get(0));
        guest.at(page, "settings/of-another");
    }

    /** A chat as visitor and agent see it, from opening the page to the end, and one that no agent takes. */
    void chats() {
        Page site = machines.get().newPage();
        InterruptedSocket visitorLine = new InterruptedSocket(site, "**/ws/visitor");
        open(site, korean ? "demo/index.ko.html" : "demo/");
        guest.at(site, "demo/closed");
        site.locator(".launcher").click();
        assertThat(site.locator(".panel .dot")).isVisible();
        guest.at(site, "widget/nobody-there");
        site.locator(".form .primary").click();
        assertThat(site.locator(".problem:not(:empty):not([hidden])").first()).isVisible();
        guest.at(site, "widget/form-errors");
        Page inbox = machines.get().newPage();
        InterruptedSocket agentLine = new InterruptedSocket(inbox, "**/ws/agent");
        emptyInbox(inbox);
        chat(site, inbox);
        cutOff(site, visitorLine, "widget/cut-off", ".connection-notice");
        cutOff(inbox, agentLine, "inbox/cut-off", "#connection-notice");
        end(site, inbox);
        past(inbox);
        inVain(site, inbox);
        inbox.locator("#availability-switch").click();
        assertThat(inbox.locator("#availability[data-available=false]")).isVisible();
    }

    private void emptyInbox(Page inbox) {
        open(inbox, "signin");
        signIn(inbox, "ana", "demo");
        Locator availability = inbox.locator("#availability-switch");
        assertThat(availability).isEnabled();
        assertThat(inbox.locator("#list-empty")).isVisible();
        guest.at(inbox, "inbox/unavailable");
        availability.click();
        assertThat(inbox.locator("#availability[data-available=true]")).isVisible();
        guest.at(inbox, "inbox/empty");
        assertThat(inbox.locator("#ask")).isVisible();
        inbox.locator("#ask .icon-button").click();
        assertThat(inbox.locator("#ask")).isHidden();
    }

    private void chat(Page site, Page inbox) {
        ask(site, korean ? "안녕하세요, 연구원 34명이면 비즈니스 요금이 얼마인가요?" : "Hello! We are 34 people in two labs. What would Business cost us?");
        assertThat(inbox.locator(".offer .strong")).isEnabled();
        guest.at(inbox, "inbox/offer");
        assertThat(site.locator(".waiting")).isVisible();
        guest.at(site, "widget/waiting");
        inbox.locator(".offer .strong").click();
        assertThat(inbox.locator("#message")).isVisible();
        write(inbox.locator("#message"), korean ? "안녕하세요! 10% 할인으로 1인당 94,500원입니다: https://northwindlab.example/pricing"
            : "Happy to help: €32,232 a year, see https://northwindlab.example/pricing");
        write(site.locator(".composer textarea"),
            korean ? "감사합니다. 데이터도 내보낼 수 있나요?\n그리고 교육도 있나요?" : "Can we take the data with us?\nAnd is there training?");
        site.locator(".composer textarea").pressSequentially("…");
        assertThat(inbox.locator("#typing")).not().isEmpty();
        guest.at(inbox, "inbox/chat");
        inbox.locator("#message").pressSequentially("/");
        assertThat(inbox.locator(".answer").first()).isVisible();
        guest.at(inbox, "inbox/answers");
        assertThat(site.locator(".typing")).not().isEmpty();
        guest.at(site, "widget/chatting");
        inbox.locator("#message").fill("");
        inbox.locator("#log").focus();
        dialog(inbox, "?", "#help-dialog", "inbox/help");
        dialog(inbox, "e", "#end-dialog", "inbox/end");
        dialog(inbox, "t", "#transfer-dialog", "inbox/transfer");
        note(inbox);
        meeting(site, inbox);
        inbox.locator(".account-button").click();
        guest.at(inbox, "inbox/account");
        inbox.keyboard().press("Escape");
        drawer(inbox);
    }

    private void note(Page inbox) {
        inbox.keyboard().press("n");
        write(inbox.locator("#message"), korean ? "다음 달 갱신 예정 고객입니다." : "Renews next month.");
        assertThat(inbox.locator("#log .private")).isVisible();
        guest.at(inbox, "inbox/note");
        inbox.locator(".composer-mode label").first().click();
    }

    private void meeting(Page site, Page inbox) {
        inbox.locator("#calendar-open").click();
        assertThat(inbox.locator("#calendar-send")).isEnabled();
        guest.at(inbox, "inbox/calendars");
        inbox.locator("#calendar-send").click();
        assertThat(site.locator(".booking .times button").first()).isVisible();
        guest.at(site, "widget/booking");
        site.locator(".booking .times button").first().click();
        assertThat(site.locator(".booking input, .booking .primary").first()).isVisible();
        guest.at(site, "widget/booking-time");
    }

    private void drawer(Page inbox) {
        inbox.setViewportSize(390, 844);
        inbox.locator("#drawer-open").click();
        assertThat(inbox.locator("#drawer-close")).isFocused();
        guest.at(inbox, "inbox/drawer");
        inbox.keyboard().press("Escape");
        assertThat(inbox.locator("#drawer-close")).isHidden();
        inbox.setViewportSize(1440, 900);
    }

    private void cutOff(Page page, InterruptedSocket line, String state, String notice) {
        line.cut();
        assertThat(page.locator(notice)).isVisible();
        guest.at(page, state);
        line.mend();
        assertThat(page.locator(notice)).isHidden();
    }

    private void end(Page site, Page inbox) {
        site.locator("header .quiet").click();
        guest.at(site, "widget/asks-before-ending");
        site.locator(".question .danger").click();
        assertThat(site.locator(".again")).isVisible();
        guest.at(site, "widget/ended");
        assertThat(inbox.locator("#transcript")).isVisible();
        guest.at(inbox, "inbox/ended");
    }

    private void past(Page inbox) {
        inbox.locator("input[value=ALL]").check();
        inbox.locator(".row").first().click();
        assertThat(inbox.locator(".message").first()).isVisible();
        assertThat(inbox.locator("button.activity-row").first()).isVisible();
        guest.at(inbox, "inbox/past");
        inbox.locator("button.activity-row").first().click();
        assertThat(inbox.locator("#transcript-text")).not().isEmpty();
        guest.at(inbox, "inbox/transcript");
        inbox.keyboard().press("Escape");
        inbox.locator("#search-filter").click();
        inbox.locator("#search-text").fill(korean ? "요금" : "price");
        assertThat(inbox.locator(".row mark").first()).isVisible();
        guest.at(inbox, "inbox/search");
        inbox.locator("#search-text").fill("zzzz nowhere");
        assertThat(inbox.locator("#list-empty")).isVisible();
        guest.at(inbox, "inbox/nothing-found");
        inbox.locator("#search-clear").click();
        inbox.locator("#search-filter").click();
    }

    private void inVain(Page site, Page inbox) {
        site.locator(".again button").click();
        ask(site, korean ? "아무도 안 계신가요?" : "Is anybody there?");
        assertThat(inbox.locator(".offer .strong")).isEnabled();
        People.offersLapse(installation);
        assertThat(site.locator(".again")).isVisible();
        guest.at(site, "widget/fallback");
        assertThat(inbox.locator("#missed-count")).isVisible();
        inbox.locator("#missed-button").click();
        assertThat(inbox.locator(".missed-row").first()).isVisible();
        guest.at(inbox, "inbox/missed");
        inbox.keyboard().press("Escape");
    }

    private void dialog(Page page, String key, String dialog, String state) {
        page.keyboard().press(key);
        assertThat(page.locator(dialog)).isVisible();
        guest.at(page, state);
        page.keyboard().press("Escape");
        assertThat(page.locator(dialog)).isHidden();
    }

    private void ask(Page site, String text) {
        site.locator(".form input").nth(0).fill(korean ? "김민준" : "Vera Lind");
        site.locator(".form input").nth(1).fill("vera.lind@acme.example");
        site.locator(".form textarea").fill(text);
        site.locator(".form .primary").click();
    }

    private static void write(Locator box, String text) {
        box.fill(text);
        box.press("Enter");
        assertThat(box).hasValue("");
    }

    private void open(Page page, String path) {
        page.navigate(installation.address().resolve(path).toString());
    }

    /** Waits until components have their listeners, since clicks do nothing before. Error pages would pass the checks, hence the status. */
    private void openForm(Page page, String path) {
        assertEquals(200, page.navigate(installation.address().resolve(path).toString()).status(), path);
        assertThat(page.locator("main:not([inert])")).isVisible();
    }

    private static void signIn(Page page, String userName, String password) {
        page.locator("#userName").fill(userName);
        page.locator("#password").fill(password);
        page.locator("main .primary").click();
    }
}
