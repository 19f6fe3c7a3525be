package org.agentinbox.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.agentinbox.launcher.Ports;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** An installation that tests share and that sends mail, with the mail server that takes it. */
public final class PostOffice {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static PostOffice shared;

    private final GreenMail server;
    private final Installation installation;

    private PostOffice() {
        int port = Ports.free();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        installation = Installation.start("post", Map.of("agentinbox.demo", "true", "agentinbox.mail.from", "Acme <chat@acme.example>",
            "agentinbox.url", "https://chat.acme.example/inbox", "agentinbox.widget.allowed-origins",
            "https://www.customer.example,http://localhost:" + Installation.CUSTOMER_PORT,
            "env.AGENTINBOX_SMTP_HOST", "127.0.0.1", "env.AGENTINBOX_SMTP_PORT", Integer.toString(port)));
        installation.query("UPDATE account SET email = user_name || '@acme.example', locale = 'en'");
    }

    /** @return it, started at the first call and stopped when the JVM ends */
    public static synchronized PostOffice shared() {
        if (shared == null) {
            shared = new PostOffice();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                shared.installation.close();
                shared.server.stop();
            }, "close post office"));
        }
        return shared;
    }

    /** @return the installation that sends */
    public Installation installation() {
        return installation;
    }

    /** @return once nothing waits any more, all that was ever sent to an address, oldest first */
    public List<MimeMessage> mails(String address) {
        Await.until("all mail is sent", SOON, () -> installation.query("SELECT 1 FROM outbox WHERE kind = 'MAIL'").isEmpty());
        return Arrays.stream(server.getReceivedMessages()).filter(mail -> to(mail).equals(address)).toList();
    }

    private static String to(Message message) {
        try {
            return ((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getAddress();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** @return the parts of a mail that are no multipart themselves, in order; none where it has no parts */
    public static List<BodyPart> parts(Part part) {
        try {
            List<BodyPart> parts = new ArrayList<>();
            if (!part.isMimeType("multipart/*")) {
                return parts;
            }
            Multipart all = (Multipart) part.getContent();
            for (int i = 0; i < all.getCount(); i++) {
                if (all.getBodyPart(i).isMimeType("multipart/*")) {
                    parts.addAll(parts(all.getBodyPart(i)));
                } else {
                    parts.add(all.getBodyPart(i));
                }
            }
            return parts;
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** @return what a part says */
    public static String text(Part part) {
        try {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
