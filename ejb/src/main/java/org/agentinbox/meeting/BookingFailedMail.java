package org.agentinbox.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.account.Directory;
import org.agentinbox.mail.Email;
import org.agentinbox.mail.Mailer;
import org.agentinbox.mail.Recipient;
import org.agentinbox.mail.Recipients;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;
import org.agentinbox.visitor.VisitorView;
import org.agentinbox.visitor.Visitors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Emails the agent concerned and the sales admins that a visitor could not book a meeting (ear/src/docs/rules.md#notifications). */
@ApplicationScoped
@DeadlineKind(BookingFailedMail.KIND)
class BookingFailedMail implements DeadlineHandler {

    static final String KIND = "BOOKING_FAILED";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Mailer mailer;
    @Inject
    private Recipients recipients;
    @Inject
    private Directory directory;
    @Inject
    private Visitors visitors;
    @Inject
    private Settings settings;

    @Override
    public Optional<Instant> due(UUID failureId, Instant now) {
        @SuppressWarnings("unchecked")
        List<Object[]> failures = em.createNativeQuery("""
            DELETE FROM booking_failure f WHERE f.id = :id RETURNING f.visitor_id, f.agent_id, f.starts_at, EXISTS
            (SELECT FROM meeting m WHERE m.visitor_id = f.visitor_id AND m.agent_id = f.agent_id AND m.state = 'BOOKED' AND m.changed_at \
            >= f.failed_at)
            """, Object[].class).setParameter("id", failureId).getResultList();
        failures.stream().filter(row -> !(Boolean) row[3]).forEach(row -> tell((UUID) row[0], (UUID) row[1], (Instant) row[2], now));
        return Optional.empty();
    }

    private void tell(UUID visitorId, UUID agentId, Instant wanted, Instant now) {
        VisitorView visitor = visitors.views(Set.of(visitorId)).get(visitorId);
        String agent = directory.person(agentId).name();
        recipients.ofFailure(Set.of(agentId)).forEach(recipient -> mailer.queue(email(recipient, visitor, agent, wanted), now, visitorId));
    }

    private Email email(Recipient recipient, VisitorView visitor, String agent, Instant wanted) {
        Locale locale = recipient.locale();
        // For a visitor whom the site signed, this is the signed address and never one that they typed.
        String email = visitor.shown().get("email").value();
        String name = visitor.name() == null ? email == null ? MeetingTexts.text(locale, "unnamed") : email : visitor.name();
        String when = MeetingTexts.when(wanted, wanted, recipient.zone(), locale);
        String body = MeetingTexts.text(locale, "failed.body", recipient.name(), name, agent, when,
            email == null ? "-" : email, visitor.phone() == null ? "-" : visitor.phone())
            + settings.url().map(url -> "\n\n" + MeetingTexts.text(locale, "mail.page", url.resolve("meetings"))).orElse("");
        return Email.plain(recipient.email(), recipient.name(), MeetingTexts.text(locale, "language"),
            MeetingTexts.text(locale, "failed.subject", name, agent), body);
    }
}
