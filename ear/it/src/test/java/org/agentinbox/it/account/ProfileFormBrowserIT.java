package org.agentinbox.it.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import javax.imageio.ImageIO;

/** Tests the forms of the profile, and what visitors and the inbox make of them. */
class ProfileFormBrowserIT {

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void aPictureIsCutByKeyboardAndVisitorsReadTheTitle() throws IOException {
        String userName = "form-" + UUID.randomUUID();
        People.nobodyIsAvailable(installation);
        People.hire(installation, userName);
        InboxWindow agent = InboxWindow.signedIn(browsers.open(), installation, userName);
        Page page = agent.page();
        page.navigate(installation.address().resolve("profile").toString());
        cutsThePicture(page);
        assertEquals(Color.BLUE.getRGB(), stored(userName).getRGB(10, 128));
        page.getByLabel("Display name").fill("Fern Form");
        page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true)).fill("Product specialist");
        page.getByLabel("Sending messages").selectOption("Ctrl+Enter sends");
        page.getByRole(AriaRole.BUTTON, named("Save")).press("Enter");
        assertThat(page.getByText("Your profile is stored.")).isVisible();
        assertEquals(List.of("Product specialist"),
            installation.query("SELECT after::jsonb->>'title' FROM audit_entry WHERE act = 'ACCOUNT_CHANGED' "
                + "AND actor_id = (SELECT id FROM account WHERE user_name = ?)", userName));
        page.navigate(installation.address().toString());
        agent.setAvailable(true);
        WidgetWindow visitor = WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString())
            .startChat("Vera Title", "Hello");
        agent.accept();
        assertThat(visitor.page().getByRole(AriaRole.HEADING).getByText("Fern Form")).isVisible();
        assertThat(visitor.page().getByText(Pattern.compile(" · Product specialist$"))).isVisible();
        ctrlEnterSends(agent);
        People.nobodyIsAvailable(installation);
    }

    /** The middle has both colours; moved to the right end there is one. */
    private static void cutsThePicture(Page page) throws IOException {
        page.getByLabel("New picture").setInputFiles(new FilePayload("me.png", "image/png", halves()));
        page.getByLabel("From left to right").press("End");
        assertThat(page.locator("#photo-x")).hasValue("400");
        page.getByRole(AriaRole.BUTTON, named("Save picture")).press("Enter");
        assertThat(page.getByText("Your picture is stored.")).isVisible();
        assertThat(page.getByRole(AriaRole.IMG, named("Your picture"))).isVisible();
    }

    private static void ctrlEnterSends(InboxWindow agent) {
        assertThat(agent.page().getByText("Ctrl+Enter sends, Enter starts a new line")).isVisible();
        agent.message().fill("One line");
        agent.message().press("Enter");
        agent.message().pressSequentially("and another");
        assertThat(agent.message()).hasValue("One line\nand another");
        assertThat(agent.messages()).hasCount(1);
        agent.message().press("Control+Enter");
        assertThat(agent.messages()).hasCount(2);
        assertThat(agent.message()).hasValue("");
    }

    private BufferedImage stored(String userName) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(HexFormat.of().parseHex(installation.query("SELECT encode(content, 'hex') "
            + "FROM account_photo WHERE account_id = (SELECT id FROM account WHERE user_name = ?)", userName).get(0))));
    }

    private static byte[] halves() throws IOException {
        BufferedImage image = new BufferedImage(600, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(300, 0, 300, 200);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
