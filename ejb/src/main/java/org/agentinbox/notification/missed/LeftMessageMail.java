package org.agentinbox.notification.missed;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.StringJoiner;
import java.util.UUID;

import org.agentinbox.mail.Email;
import org.agentinbox.mail.Mailer;
import org.agentinbox.mail.PlainText;
import org.agentinbox.mail.Recipient;
import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Queues the email about a message that was left, in the transaction that keeps the message. */
@ApplicationScoped
class LeftMessageMail {

    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
        .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int LINE = 320;
    private static final int QUOTED = 10_000;

    @Inject
    private Mailer mailer;
    @Inject
    private Settings settings;
    @Inject
    private Clock clock;
    @Inject
    private MissedChatReports reports;
    @Inject
    private MissedChatMail missed;

    /** To everybody who gets the email about the missed chat itself; to nobody where that one was not sent because there were too many. */
    void queue(UUID conversationId, String address, String text) {
        if (settings.mailFrom().isEmpty() || missed.tooMany()) {
            return;
        }
        MissedChatReport report = reports.of(conversationId);
        for (Recipient recipient : reports.recipients(report)) {
            ResourceBundle texts = ResourceBundle.getBundle("org.agentinbox.notification.missed.mail", recipient.locale(),
                LeftMessageMail.class.getClassLoader(), NO_FALLBACK);
            String name = PlainText.line(report.visitor().shownName() == null ? address : report.visitor().shownName(), LINE);
            mailer.queue(Email.plain(recipient.email(), recipient.name(), texts.getString("language"), t(texts, "left.subject", name),
                body(texts, recipient, report, name, address, text)), clock.instant(), report.visitor().id());
        }
    }

    private String body(ResourceBundle texts, Recipient recipient, MissedChatReport report, String name, String address, String text) {
        Locale locale = Locale.forLanguageTag(texts.getString("language"));
        String at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(locale)
            .format(report.requestedAt().atZone(recipient.zone()));
        StringJoiner parts = new StringJoiner("\n\n", "", "\n");
        parts.add(t(texts, "missed.hello", PlainText.line(recipient.name(), LINE)));
        parts.add(t(texts, "left.what", name, at, recipient.zone().getId()));
        parts.add(PlainText.quote(text, QUOTED));
        parts.add(t(texts, "missed.email", PlainText.line(address, LINE)) + "\n" + t(texts, "missed.unverified"));
        settings.url().ifPresent(inbox -> parts.add(t(texts, "left.see", inbox.resolve("admin/missed"))));
        parts.add(t(texts, "missed.footer"));
        return parts.toString();
    }

    private static String t(ResourceBundle texts, String key, Object... values) {
        return new MessageFormat(texts.getString(key), Locale.forLanguageTag(texts.getString("language"))).format(values);
    }
}
