package org.agentinbox.it.summary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.agentinbox.it.support.SocketClient.act;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.agentinbox.it.support.SummaryEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/** Tests that the agent sees the summary change during the chat, and that an administrator can edit the list of topics. */
class SummaryBrowserIT {

    @RegisterExtension
    private final Browsers browsers = new Browsers();
    private final Installation installation = Installation.shared();
    // Not an ending of participles, which are no topics.
    private final String word = "w" + UUID.randomUUID().toString().replaceAll("[-0-9]", "") + "k";

    @BeforeEach
    @AfterEach
    void nobodyIsThere() {
        SummaryEndpoint.forget(word);
        People.nobodyIsAvailable(installation);
    }

    private static Locator summary(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Conversation summary").setExact(true));
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void theSummaryFollowsTheChatLeadsToItsMessagesAndFindsOthersAboutTheTopic() {
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        try (SocketClient vera = People.visitor(installation, "Vera")) {
            String id = People.request(vera);
            ana.accept();
            Page page = ana.page();
            assertThat(summary(page)).containsText("Nothing to sum up yet.");
            vera.send(act("message.send").add("text", "Hello!")).await("message.ack");
            vera.send(act("message.send").add("text", "Do you repair <b>" + word + "</b> scanners?")).await("message.ack");
            String asked = "Customer is asking whether the company repairs <b>" + word + "</b> scanners.";
            Locator line = button(summary(page), asked);
            assertThat(line).isVisible();
            line.press("Enter");
            assertThat(page.locator("#log :focus")).containsText(word);
            Locator topic = summary(page).getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(word))
                .getByRole(AriaRole.BUTTON).last();
            topic.click();
            assertThat(page.locator("#search-count")).hasText("1 conversation");
            vera.send(act("chat.end")).await("chat.ended", f -> f.getString("conversationId").equals(id));
            assertThat(line).isVisible();
        }
    }

    @Test
    void whatAnEndpointWroteSaysSoAndGoesWhenTheChatGoesOn() {
        SummaryEndpoint.says(word,
            "{\"statements\":[{\"kind\":\"WANTS\",\"text\":\"The visitor needs a hand with " + word + " & more.\",\"seqs\":[1]}]}");
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        try (SocketClient vera = People.visitor(installation, "Vera")) {
            People.request(vera);
            ana.accept();
            vera.send(act("message.send").add("text", "Do you repair " + word + " scanners?")).await("message.ack");
            Locator line = button(summary(ana.page()), "The visitor needs a hand with " + word + " & more.");
            assertThat(line).isVisible();
            assertThat(summary(ana.page())).containsText("Written by " + SummaryEndpoint.MODEL);
            line.press("Enter");
            assertThat(ana.page().locator("#log :focus")).containsText(word);
            ana.page().reload();
            assertThat(summary(ana.page())).containsText("Written by " + SummaryEndpoint.MODEL);
            SummaryEndpoint.says(word, SummaryEndpoint.FAILS);
            vera.send(act("message.send").add("text", "And do you sell printers?")).await("message.ack");
            assertThat(button(summary(ana.page()), "Customer is asking whether the company repairs " + word + " scanners.")).isVisible();
            assertThat(summary(ana.page())).not().containsText("Written by");
            vera.send(act("chat.end")).await("chat.ended");
        }
    }

    @Test
    void theListOfTopicsIsKeptByFormAndByFile() {
        Page page = InboxWindow.signedIn(browsers.open(), installation, "sam").page();
        page.navigate(installation.address().resolve("admin/topics").toString());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New topic")).click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name").setExact(true)).fill(word);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Synonyms").setExact(true)).fill("one\ntwo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
        assertThat(page.locator("#topics\\:table")).containsText("one, two");
        browsers.expect("status of 400 .*/topics/import");
        // The form was rendered again meanwhile.
        page.setInputFiles("#import-file", file("name,synonyms\n" + word + ",three\n" + word + "b\n"));
        assertThat(page.locator("#import-problems")).containsText("There must be two cells");
        page.setInputFiles("#import-file", file("name,synonyms\n" + word + ",three\n"));
        assertThat(page.locator("#import-said")).containsText("1 changed");
        assertThat(page.locator("#topics\\:table")).containsText("three");
    }

    private static FilePayload file(String text) {
        return new FilePayload("topics.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
