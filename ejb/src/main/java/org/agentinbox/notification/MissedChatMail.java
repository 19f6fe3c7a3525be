package org.agentinbox.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.agentinbox.conversation.ChatEnded;
import org.agentinbox.conversation.ChatMissed;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Outbox;
import org.agentinbox.platform.Settings;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queues an email to everyone concerned when a chat is missed, in the transaction that misses it. */
@ApplicationScoped
class MissedChatMail {

    /** As long as mail servers try. */
    private static final Duration PATIENCE = Duration.ofDays(5);

    @PersistenceContext
    private EntityManager em;
    @EJB
    private Outbox outbox;
    @Inject
    private Settings settings;
    @Inject
    private Clock clock;
    @Inject
    private MissedReports reports;

    /** Nobody took it. */
    void missed(@Observes ChatMissed chat) {
        queue(chat.conversationId());
    }

    /** The visitor left before anybody took it. */
    void left(@Observes ChatEnded end) {
        if (end.agentId() == null) {
            queue(end.conversationId());
        }
    }

    private void queue(UUID conversationId) {
        if (settings.mailFrom().isEmpty()) {
            return;
        }
        em.flush();
        MissedReport report = reports.of(conversationId);
        reports.readers(report).forEach(reader -> queue(report, reader));
    }

    private void queue(MissedReport report, MissedReport.Reader reader) {
        Instant now = clock.instant();
        MissedMailText text = new MissedMailText(report, reader);
        Mail mail = new Mail(Ids.next(now), now, reader.email(), reader.name(), text.language(), text.subject(), text.body(settings.url()));
        outbox.put(Mail.KIND, mail.json(), now.plus(PATIENCE));
    }
}
