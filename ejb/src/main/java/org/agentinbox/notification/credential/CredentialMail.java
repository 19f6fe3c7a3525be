package org.agentinbox.notification.credential;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.StringJoiner;

import org.agentinbox.account.CredentialChanged;
import org.agentinbox.account.PasswordReset;
import org.agentinbox.mail.Email;
import org.agentinbox.mail.Mailer;
import org.agentinbox.mail.PlainText;
import org.agentinbox.mail.Recipient;
import org.agentinbox.mail.Recipients;
import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Tells people of changes to what they sign in with (OWASP ASVS 4.0, 2.2.3 and 2.5.5). Works in its caller's transaction. */
@ApplicationScoped
class CredentialMail {

    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
        .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int LINE = 320;

    @Inject
    private Mailer mailer;
    @Inject
    private Recipients recipients;
    @Inject
    private Settings settings;
    @Inject
    private Clock clock;

    void changed(@Observes CredentialChanged change) {
        Recipient recipient = recipients.of(change.account());
        tell(recipient, change.what() == CredentialChanged.What.EMAIL_CHANGED ? change.formerEmail() : recipient.email(),
            change.what().name(), change.label());
    }

    void reset(@Observes PasswordReset reset) {
        Recipient recipient = recipients.of(reset.account());
        tell(recipient, recipient.email(), "PASSWORD_RESET", null);
    }

    private void tell(Recipient recipient, String address, String what, String label) {
        if (address == null || settings.mailFrom().isEmpty()) {
            return;
        }
        ResourceBundle texts = ResourceBundle.getBundle("org.agentinbox.notification.credential.mail", recipient.locale(),
            CredentialMail.class.getClassLoader(), NO_FALLBACK);
        Instant now = clock.instant();
        mailer.queue(Email.plain(address, recipient.name(), texts.getString("language"), text(texts, what + ".subject"),
            body(texts, recipient, what, label, now)), now, null);
    }

    private String body(ResourceBundle texts, Recipient recipient, String what, String label, Instant now) {
        String at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(locale(texts))
            .format(now.atZone(recipient.zone()));
        StringJoiner parts = new StringJoiner("\n\n", "", "\n");
        parts.add(text(texts, "hello", PlainText.line(recipient.name(), LINE)));
        parts.add(text(texts, what + ".what", at, recipient.zone().getId(),
            label == null ? "" : PlainText.line(label, LINE)));
        parts.add(text(texts, "not.you"));
        settings.url().ifPresent(inbox -> parts.add(text(texts, "see", inbox.resolve("profile"))));
        parts.add(text(texts, "footer"));
        return parts.toString();
    }

    private static Locale locale(ResourceBundle texts) {
        return Locale.forLanguageTag(texts.getString("language"));
    }

    private static String text(ResourceBundle texts, String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale(texts)).format(values);
    }
}
