package org.agentinbox.mail;

import java.nio.charset.StandardCharsets;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

/**
 * The body of an email with a calendar object in the form that common mail programs expect: the text and the object as alternatives
 * (Outlook and Gmail show the invitation by that part, whose type names the method), and the object again as an attachment (for Apple Mail,
 * and for opening it by hand).
 */
final class CalendarBody {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private CalendarBody() {}

    static MimeMultipart of(String text, Email.Calendar calendar) throws MessagingException {
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, UTF_8);
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(
            new MimeMultipart("alternative", words, object(calendar, "text/calendar; charset=UTF-8; method=" + calendar.method())));
        MimeBodyPart file = object(calendar, "application/ics; name=\"invite.ics\"");
        file.setDisposition("attachment; filename=\"invite.ics\"");
        return new MimeMultipart("mixed", body, file);
    }

    /** Encoded in base64, because iCalendar lines end in CRLF and may contain any character, and mail servers must change neither. */
    private static MimeBodyPart object(Email.Calendar calendar, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(calendar.text().getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
