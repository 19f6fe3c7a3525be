package org.agentinbox.it.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** An installation that tests share and that sends mail, together with the mail server that receives it. */
public final class MailingInstallation {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("https://chat\\.acme\\.example/inbox/meeting/([\\w-]+)");
    /** The port of the tests' calendar server, see {@link Radicale}. */
    public static final int CALENDAR_PORT = TestPorts.free();
    private static final String SECRET_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static MailingInstallation shared;

    private final GreenMail server;
    private final Installation installation;

    private MailingInstallation() {
        int port = TestPorts.free();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        installation = Installation.start("post", Map.of("agentinbox.demo", "true", "agentinbox.secret-key", SECRET_KEY,
            "agentinbox.caldav.hosts", "http://127.0.0.1:" + CALENDAR_PORT, "agentinbox.caldav.poll", "PT1S", "agentinbox.mail.from",
            "Acme <chat@acme.example>",
            "agentinbox.url", "https://chat.acme.example/inbox", "agentinbox.widget.allowed-origins",
            "https://www.customer.example,http://localhost:" + Installation.CUSTOMER_PORT,
            "env.AGENTINBOX_SMTP_HOST", "127.0.0.1", "env.AGENTINBOX_SMTP_PORT", Integer.toString(port)));
        installation.query("UPDATE account SET email = user_name || '@acme.example', locale = 'en'");
    }

    /** @return the installation, started at the first call and stopped when the JVM ends */
    public static synchronized MailingInstallation shared() {
        if (shared == null) {
            shared = new MailingInstallation();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                shared.installation.close();
                shared.server.stop();
            }, "close mailing installation"));
        }
        return shared;
    }

    public Installation installation() {
        return installation;
    }

    /** Makes one agent available for meetings at all times, of half an hour each, with an hour of notice, and all others unavailable. */
    public void onlyCalendar(String userName) {
        installation.query("DELETE FROM agent_calendar");
        installation.query(
            "INSERT INTO agent_calendar (account_id, time_zone, length_minutes, buffer_minutes, notice_minutes, horizon_days, video_link) "
                + "SELECT id, 'UTC', 30, 0, 60, 30, 'https://video.acme.example/room' FROM account WHERE user_name = ?",
            userName);
        installation.query("INSERT INTO agent_calendar_block SELECT account_id, d, 0, 1440 FROM agent_calendar, generate_series(1, 7) d");
    }

    /** @return the token from the link in a visitor's invitation */
    public static String token(MimeMessage mail) {
        Matcher link = LINK.matcher(text(parts(mail).get(0)));
        if (!link.find()) {
            throw new AssertionError("no link in " + text(parts(mail).get(0)));
        }
        return link.group(1);
    }

    /** @return all mails ever sent to an address, oldest first, once no mail waits to be sent */
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

    /** @return the parts of a mail that are not multiparts themselves, in order; none where it has no parts */
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

    /** @return the text of a part */
    public static String text(Part part) {
        try {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
