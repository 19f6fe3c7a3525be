package org.agentinbox.it.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Takes the README's pictures: {@code mvn -pl ear/it -am verify -Dit.test=PicturesBrowserIT -Dit.groups=pictures -Dit.excludedGroups=}. */
@Tag("pictures")
class PicturesBrowserIT {

    private static final Path DOCS = Path.of("../src/docs").toAbsolutePath().normalize();

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void inboxAndWidget() {
        People.nobodyIsAvailable(installation);
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        WidgetWindow kim = visitor().startChat("Kim Min-jun", "안녕하세요, 60석이면 비즈니스 요금이 1년에 얼마인가요?");
        ana.accept();
        ana.send("안녕하세요! 10% 할인으로 1인당 94,500원, 연 68,040,000원입니다.");
        kim.send("감사합니다, 검토해 보겠습니다");
        WidgetWindow vera = visitor();
        vera.button("Introduce me as Vera Lind").click();
        vera.page().evaluate("scrollTo(0, 0)");
        vera.startChat("Vera Lind", "Hello! We are 34 people in two labs. What would Business cost us per year?");
        assertThat(ana.offer()).containsText("Vera Lind");
        ana.accept();
        talk(ana, vera, "Hello Vera, happy to help. Business is €79 per seat and month: 34 seats are €32,232 a year.");
        vera.send("9 of us only look at results. Do they need a seat?");
        talk(ana, vera, "No, viewers are free. 25 seats are €23,700: https://northwindlab.example/pricing");
        vera.send("Lovely. One more thing: can I take the data with me?");
        talk(ana, vera, "Any time, as CSV and PDF.");
        vera.textBox("Message").pressSequentially("Great, then");
        ana.show("All");
        ana.rows().filter(new Locator.FilterOptions().setHasText("Vera Lind")).first().click();
        assertThat(ana.page().getByText("typing…")).isVisible();
        assertThat(ana.rows().nth(5)).isVisible();
        picture(ana.page(), "inbox.png");
        picture(vera.page(), "widget.png");
        assertThat(vera.page().getByRole(AriaRole.DIALOG)).isVisible();
    }

    private WidgetWindow visitor() {
        return WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString());
    }

    private static void talk(InboxWindow ana, WidgetWindow vera, String text) {
        ana.send(text);
        assertThat(vera.messages().last()).containsText(text);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(DOCS.resolve(name)));
    }
}
