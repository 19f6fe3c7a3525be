package org.agentinbox.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;

import org.agentinbox.launcher.Ports;
import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** The mail server may want a user and a password; while it takes none of them, emails wait. */
class MailSignInIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String USER = "inbox";
    private static final String PASSWORD = "p4ss wörd";

    @Test
    void signsInAndWaitsWhileItIsNotLetIn() {
        GreenMail mailServer = new GreenMail(new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        mailServer.setUser("inbox@example.com", USER, "not yet known");
        try (Installation installation = Installation.start("mail-sign-in", Map.of("agentinbox.demo", "true", "agentinbox.mail.from", "inbox@example.com",
            "env.AGENTINBOX_SMTP_HOST", "127.0.0.1", "env.AGENTINBOX_SMTP_PORT", Integer.toString(mailServer.getSmtp().getPort()),
            "env.AGENTINBOX_SMTP_USER", USER, "env.AGENTINBOX_SMTP_PASSWORD", PASSWORD, "env.AGENTINBOX_SMTP_STARTTLS", "false"))) {
            installation.query("UPDATE account SET email = 'sam@example.com' WHERE user_name = 'sam'");
            People.nobodyIsAvailable(installation);
            try (SocketClient vera = People.visitor(installation, "Vera")) {
                People.request(vera);
                Await.until("it is tried", SOON, () -> !installation.query("SELECT 1 FROM outbox WHERE attempts > 1").isEmpty());
                assertEquals(0, mailServer.getReceivedMessages().length, "not without being let in");
                mailServer.setUser("inbox@example.com", USER, PASSWORD);
                Await.until("it is sent", SOON, () -> mailServer.getReceivedMessages().length == 1 && installation.query("SELECT 1 FROM outbox").isEmpty());
            }
        } finally {
            mailServer.stop();
        }
    }
}
