package org.agentinbox.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.account.Directory;
import org.agentinbox.notification.Letter;
import org.agentinbox.notification.Letters;
import org.agentinbox.notification.MailReader;
import org.agentinbox.notification.MailReaders;
import org.agentinbox.platform.DeadlineHandler;
import org.agentinbox.platform.DeadlineKind;
import org.agentinbox.platform.Settings;
import org.agentinbox.visitor.VisitorView;
import org.agentinbox.visitor.Visitors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Tells by mail that a visitor could not book a meeting (ear/src/docs/rules.md#notifications): the agent whose it would have been, and
 * the sales admins.
 */
@ApplicationScoped
@DeadlineKind(BookingFailedMail.KIND)
class BookingFailedMail implements DeadlineHandler {

    static final String KIND = "BOOKING_FAILED";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Letters letters;
    @Inject
    private MailReaders readers;
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
            (SELECT FROM meeting m WHERE m.visitor_id = f.visitor_id AND m.agent_id = f.agent_id AND m.state = 'BOOKED' AND m.changed_at >= f.failed_at)
            """, Object[].class).setParameter("id", failureId).getResultList();
        failures.stream().filter(row -> !(Boolean) row[3]).forEach(row -> tell((UUID) row[0], (UUID) row[1], (Instant) row[2], now));
        return Optional.empty();
    }

    private void tell(UUID visitorId, UUID agentId, Instant wanted, Instant now) {
        VisitorView visitor = visitors.views(Set.of(visitorId)).get(visitorId);
        String agent = directory.person(agentId).name();
        readers.ofFailure(Set.of(agentId)).forEach(reader -> letters.queue(letter(reader, visitor, agent, wanted), now, visitorId));
    }

    private Letter letter(MailReader reader, VisitorView visitor, String agent, Instant wanted) {
        Locale locale = reader.locale();
        // Of one whom the site signed for, the address that it signed: another one that they typed is no way to reach that person.
        String email = visitor.shown().get("email").value();
        String name = visitor.name() == null ? email == null ? MeetingWords.text(locale, "unnamed") : email : visitor.name();
        String when = MeetingWords.when(wanted, wanted, reader.zone(), locale);
        String body = MeetingWords.text(locale, "failed.body", reader.name(), name, agent, when,
            email == null ? "-" : email, visitor.phone() == null ? "-" : visitor.phone())
            + settings.url().map(url -> "\n\n" + MeetingWords.text(locale, "mail.page", url.resolve("meetings"))).orElse("");
        return Letter.plain(reader.email(), reader.name(), MeetingWords.text(locale, "language"), MeetingWords.text(locale, "failed.subject", name, agent), body);
    }
}
