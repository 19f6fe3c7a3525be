package org.agentinbox.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.outbox.Outbox;
import org.agentinbox.platform.outbox.OutboxMessage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Queues emails of other features. Works in its caller's transaction: they are sent if and only if it commits. */
@ApplicationScoped
public class Mailer {

    /** As long as mail servers usually try. */
    private static final Duration PATIENCE = Duration.ofDays(5);

    @Inject
    private Outbox outbox;
    @Inject
    private Settings settings;

    /** @return the sender's address; empty where none is configured, so that no emails are sent */
    public Optional<String> sender() {
        return settings.mailFrom().map(from -> {
            try {
                return new InternetAddress(from).getAddress();
            } catch (AddressException e) {
                throw new IllegalStateException("agentinbox.mail.from was checked at start", e);
            }
        });
    }

    /**
     * @param email to send; nothing happens where no sender is configured
     * @param now the present instant
     * @param visitorId the visitor whom it is about, or null
     */
    public void queue(Email email, Instant now, UUID visitorId) {
        queueInOrder(email, now, visitorId, null);
    }

    /**
     * @param email to send after earlier ones with the same key; nothing happens where no sender is configured
     * @param now the present instant
     * @param visitorId the visitor whom it is about, or null
     * @param orderingKey see {@link OutboxMessage}
     */
    public void queueInOrder(Email email, Instant now, UUID visitorId, String orderingKey) {
        if (settings.mailFrom().isPresent()) {
            QueuedEmail mail = new QueuedEmail(Ids.next(now), now, email.to(), email.name(), email.language(), email.subject(),
                email.text(), email.replyTo(),
                email.calendar());
            outbox.put(new OutboxMessage(QueuedEmail.KIND, mail.json(), now.plus(PATIENCE)).after(orderingKey).about(visitorId));
        }
    }
}
