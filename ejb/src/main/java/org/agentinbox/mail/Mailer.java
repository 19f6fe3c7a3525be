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

/** Queues emails of other features. Works in its caller's transaction: sent if and only if that commits. */
@ApplicationScoped
public class Mailer {

    /** As long as mail servers try. */
    private static final Duration PATIENCE = Duration.ofDays(5);

    @Inject
    private Outbox outbox;
    @Inject
    private Settings settings;

    /** @return the address that emails come from; empty: there are no emails */
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
     * @param email to send; nothing happens where no sender is set
     * @param now the instant
     * @param visitorId the visitor of whom it tells; null: none
     */
    public void queue(Email email, Instant now, UUID visitorId) {
        queueInOrder(email, now, visitorId, null);
    }

    /**
     * @param email to send, after those before it about the same; nothing happens where no sender is set
     * @param now the instant
     * @param visitorId the visitor of whom it tells; null: none
     * @param orderingKey what it is about and for whom, see {@link OutboxMessage}
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
