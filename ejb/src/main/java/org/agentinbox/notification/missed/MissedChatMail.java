package org.agentinbox.notification.missed;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Logger;

import org.agentinbox.conversation.ChatEnded;
import org.agentinbox.conversation.ChatMissed;
import org.agentinbox.mail.Email;
import org.agentinbox.mail.Mailer;
import org.agentinbox.mail.Recipient;
import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queues an email to everyone concerned when a chat is missed, in the transaction that misses it. */
@ApplicationScoped
class MissedChatMail {

    private static final Logger LOG = Logger.getLogger(MissedChatMail.class.getName());
    /** Limits the emails of an hour, so that visitors who keep asking while nobody is there do not fill mailboxes. */
    private static final int MOST_IN_AN_HOUR = 60;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Mailer mailer;
    @Inject
    private Settings settings;
    @Inject
    private Clock clock;
    @Inject
    private MissedChatReports reports;

    /** Nobody accepted it. */
    void missed(@Observes ChatMissed chat) {
        queue(chat.conversationId());
    }

    /** The visitor left before anybody accepted it. */
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
        if (tooMany()) {
            LOG.warning(
                () -> "More than " + MOST_IN_AN_HOUR + " chats were missed within an hour: no email about conversation " + conversationId);
            return;
        }
        MissedChatReport report = reports.of(conversationId);
        reports.recipients(report).forEach(recipient -> queue(report, recipient));
    }

    /** Whether so many chats were missed within an hour that nobody gets an email about another one. */
    boolean tooMany() {
        return missedInAnHour() > MOST_IN_AN_HOUR;
    }

    private int missedInAnHour() {
        return ((Number) em.createNativeQuery("SELECT count(*) FROM conversation WHERE state = 'MISSED' AND ended_at > :since")
            .setParameter("since", clock.instant().minus(Duration.ofHours(1))).getSingleResult()).intValue();
    }

    private void queue(MissedChatReport report, Recipient recipient) {
        MissedChatMailText text = new MissedChatMailText(report, recipient);
        mailer.queue(Email.plain(recipient.email(), recipient.name(), text.language(), text.subject(), text.body(settings.url())),
            clock.instant(),
            report.visitor().id());
    }
}
