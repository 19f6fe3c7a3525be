package org.agentinbox.mail;

import java.nio.charset.StandardCharsets;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

/**
 * The body of an email with a calendar object, as the common programs want it: the words and the object as two ways of saying the same
 * (Outlook and Gmail show the invitation by that part, with the method in its type), and the object once more as a file (Apple Mail, and
 * whoever wants to open it by hand).
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

    /** In base64: lines of iCalendar end in CRLF and may hold anything, and no mail server on the way may touch either. */
    private static MimeBodyPart object(Email.Calendar calendar, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(calendar.text().getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
