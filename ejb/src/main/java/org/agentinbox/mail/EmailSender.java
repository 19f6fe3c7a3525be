package org.agentinbox.mail;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

import javax.naming.InitialContext;
import javax.naming.NamingException;

import org.agentinbox.platform.Settings;
import org.agentinbox.platform.outbox.OutboxKind;
import org.agentinbox.platform.outbox.OutboxSender;
import org.agentinbox.platform.outbox.UndeliverableException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/**
 * Sends emails through the server's mail session {@value #SESSION}. Its time-outs keep a mail server that does not answer from holding a
 * thread.
 */
@ApplicationScoped
@OutboxKind(QueuedEmail.KIND)
class EmailSender implements OutboxSender {

    private static final String SESSION = "java:jboss/mail/AgentInbox";
    /** The value that configure.cli sets where no user is given, since the server requires one. */
    private static final String NO_USER = "none";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    @Inject
    private Settings settings;

    @Override
    public void send(String payload) throws Exception {
        QueuedEmail mail = QueuedEmail.of(payload);
        InternetAddress from = from();
        try {
            Transport.send(message(mail, from));
        } catch (SendFailedException e) {
            // The mail server refused the address permanently.
            if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
                throw new UndeliverableException(firstLine(e), e);
            }
            throw e;
        }
    }

    private InternetAddress from() throws AddressException {
        return new InternetAddress(
            settings.mailFrom().orElseThrow(() -> new IllegalStateException("agentinbox.mail.from is not set any more")), true);
    }

    private MimeMessage message(QueuedEmail mail, InternetAddress from) throws Exception {
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        MimeMessage message = new Identified(session(), "<" + mail.id() + "@" + domain + ">");
        message.setFrom(new InternetAddress(from.getAddress(), from.getPersonal(), UTF_8));
        message.setRecipient(Message.RecipientType.TO, recipient(mail));
        message.setSubject(PlainText.line(mail.subject(), Integer.MAX_VALUE), UTF_8);
        message.setSentDate(Date.from(mail.at()));
        message.setContentLanguage(new String[]{mail.language()});
        // Marks the email as sent by a machine, so that no automatic answer comes back (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.replyTo() != null) {
            message.setReplyTo(new InternetAddress[]{new InternetAddress(mail.replyTo(), true)});
        }
        if (mail.calendar() == null) {
            message.setText(mail.text(), UTF_8);
        } else {
            message.setContent(CalendarBody.of(mail.text(), mail.calendar()));
        }
        return message;
    }

    private static InternetAddress recipient(QueuedEmail mail) throws Exception {
        try {
            InternetAddress address = new InternetAddress(mail.to(), true);
            return new InternetAddress(address.getAddress(), PlainText.line(mail.name(), Integer.MAX_VALUE), UTF_8);
        } catch (AddressException e) {
            throw new UndeliverableException("\"" + PlainText.line(mail.to(), 100) + "\" is no email address", e);
        }
    }

    private static String firstLine(Exception e) {
        return e.toString().lines().findFirst().orElse("");
    }

    private static Session session() throws NamingException {
        Session configured = InitialContext.doLookup(SESSION);
        Properties properties = new Properties();
        properties.putAll(configured.getProperties());
        if (properties.getProperty("mail.smtp.user", NO_USER).equals(NO_USER)) {
            // Without a configured user there is no sign-in, also where the mail server offers one.
            properties.remove("mail.smtp.user");
            properties.remove("mail.smtp.auth");
            return Session.getInstance(properties);
        }
        // Requires encryption once it is configured. Otherwise somebody between could hide that the server supports it, and read the
        // password.
        configured.getProperties().setProperty("mail.smtp.starttls.required", properties.getProperty("mail.smtp.starttls.enable", "true"));
        return configured;
    }

    /** Keeps its Message-ID however often it is sent. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
