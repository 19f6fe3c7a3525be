package org.agentinbox.meeting;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;

import org.agentinbox.mail.Email;
import org.agentinbox.mail.Mailer;
import org.agentinbox.mail.PlainText;
import org.agentinbox.mail.Recipient;
import org.agentinbox.mail.Recipients;
import org.agentinbox.platform.Locales;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.Tokens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Emails both sides the invitation to a meeting (RFC 6047), its changes and its cancellation: the visitor in the language and zone in which
 * they booked, the agent in their own. Works in its caller's transaction: emails are sent only if it commits.
 */
@ApplicationScoped
class MeetingMail {

    private static final int FACT = 320;

    /** The recipient of an email, with their language and zone. */
    private record Addressee(String email, String name, Locale locale, ZoneId zone, boolean isAgent) {}

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Mailer mailer;
    @Inject
    private Recipients recipients;
    @Inject
    private Settings settings;
    @Inject
    private Calendars calendars;

    void queue(MeetingChanged change) {
        if (mailer.sender().isEmpty()) {
            return;
        }
        MeetingView m = change.meeting();
        CalendarSettings calendar = settingsOf(m);
        Addressee agent = agent(m);
        Addressee visitor = new Addressee(m.email(), m.name() == null ? m.email() : m.name(), Locales.spoken(m.locale()),
            Locales.zone(m.timeZone()), false);
        send(change, visitor, calendar, agent.email());
        if (agent.email() != null) {
            send(change, agent, calendar, agent.email());
        }
    }

    private CalendarSettings settingsOf(MeetingView m) {
        AgentCalendar calendar = em.find(AgentCalendar.class, m.agent().id());
        return calendar.settings(calendars.zone(calendar));
    }

    private Addressee agent(MeetingView m) {
        Recipient agent = recipients.of(m.agent().id());
        return new Addressee(agent.email(), agent.name(), agent.locale(), agent.zone(), true);
    }

    /** The meeting as the agent's own calendar server stores it. */
    String stored(MeetingView m) {
        CalendarSettings calendar = settingsOf(m);
        Addressee agent = agent(m);
        String what = said(new MeetingChanged(m, MeetingChanged.Kind.BOOKED, ChangedBy.VISITOR), agent, calendar);
        return file(m, calendar, agent.email(), what + act(m, agent)).stored();
    }

    private MeetingFile file(MeetingView m, CalendarSettings calendar, String agentEmail, String description) {
        return new MeetingFile(m, calendar.zone(), agentEmail, mailer.sender().orElse(null), summary(m), description, calendar.videoLink());
    }

    /**
     * Emails the agent that their change in the connected calendar was not applied.
     *
     * @param why {@code TAKEN} or {@code OTHER}
     * @return the reason as a sentence in the agent's language
     */
    String putBack(MeetingView m, String why) {
        Addressee agent = agent(m);
        Locale locale = agent.locale();
        String words = MeetingTexts.text(locale, "mail.putback." + why, PlainText.line(guest(m), FACT),
            MeetingTexts.when(m.start(), m.end(), agent.zone(), locale));
        if (agent.email() != null) {
            mailer.queue(Email.plain(agent.email(), agent.name(), MeetingTexts.text(locale, "language"),
                MeetingTexts.text(locale, "mail.putback.subject", PlainText.line(guest(m), FACT)),
                MeetingTexts.text(locale, "mail.hello", PlainText.line(agent.name(), FACT)) + "\n\n" + words + "\n"), clock.instant(),
                m.visitorId());
        }
        return words;
    }

    private void send(MeetingChanged change, Addressee recipient, CalendarSettings calendar, String agentEmail) {
        MeetingView m = change.meeting();
        String what = said(change, recipient, calendar);
        String act = act(m, recipient);
        MeetingFile file = file(m, calendar, agentEmail, what + act);
        Email.Calendar invitation = m.isBooked() ? new Email.Calendar("REQUEST", file.request())
            : new Email.Calendar("CANCEL", file.cancel());
        Locale locale = recipient.locale();
        String who = PlainText.line(recipient.isAgent() ? guest(m) : m.agent().name(), FACT);
        Email mail = new Email(recipient.email(), recipient.name(), MeetingTexts.text(locale, "language"),
            MeetingTexts.text(locale, "mail.subject." + change.kind(), who,
                MeetingTexts.when(m.start(), m.end(), recipient.zone(), locale)),
            MeetingTexts.text(locale, "mail.hello", PlainText.line(recipient.name(), FACT)) + "\n\n" + what + act + "\n",
            recipient.isAgent() ? m.email() : agentEmail, invitation);
        // Emails about one meeting to one recipient are sent in order, so that nobody reads of a cancellation before a move that came
        // earlier.
        mailer.queueInOrder(mail, clock.instant(), m.visitorId(), m.id() + (recipient.isAgent() ? " agent" : " visitor"));
    }

    /** The title is the same for both sides. */
    private static String summary(MeetingView m) {
        return MeetingTexts.text(Locales.spoken(m.locale()), "summary", PlainText.line(m.agent().name(), FACT),
            PlainText.line(guest(m), FACT));
    }

    private static String guest(MeetingView m) {
        return m.name() == null ? m.email() : m.name();
    }

    private static String said(MeetingChanged change, Addressee recipient, CalendarSettings calendar) {
        MeetingView m = change.meeting();
        Locale locale = recipient.locale();
        String when = MeetingTexts.when(m.start(), m.end(), recipient.zone(), locale);
        StringJoiner parts = new StringJoiner("\n\n");
        parts.add(MeetingTexts.text(locale, "mail." + change.kind() + (recipient.isAgent() ? ".agent" : ""),
            PlainText.line(recipient.isAgent() ? guest(m) : m.agent().name(), FACT), when));
        if (recipient.isAgent()) {
            parts.add(MeetingTexts.text(locale, "mail.guest", PlainText.line(m.email(), FACT),
                m.company() == null ? "-" : PlainText.line(m.company(), FACT)));
        }
        if (m.isBooked() && calendar.invitation() != null) {
            parts.add(InvitationText.fill(calendar.invitation(), values(m, when, calendar)));
        }
        if (m.isBooked() && calendar.videoLink() != null) {
            parts.add(MeetingTexts.text(locale, "mail.video", calendar.videoLink()));
        }
        return parts.toString();
    }

    private static Map<String, String> values(MeetingView m, String when, CalendarSettings calendar) {
        Map<String, String> values = new HashMap<>();
        values.put("visitor.name", m.name() == null ? null : PlainText.line(m.name(), FACT));
        values.put("visitor.email", m.email());
        values.put("visitor.company", m.company() == null ? null : PlainText.line(m.company(), FACT));
        values.put("agent.name", m.agent().name());
        values.put("meeting.time", when);
        values.put("meeting.link", calendar.videoLink());
        return values;
    }

    /** How to cancel or move it: the visitor by a link of their own, the agent on a page of the product. */
    private String act(MeetingView m, Addressee recipient) {
        Optional<URI> url = settings.url();
        if (url.isEmpty() || !m.isBooked()) {
            return "";
        }
        String address = recipient.isAgent() ? url.get().resolve("meetings").toString()
            : url.get().resolve("meeting/" + link(m.id())).toString();
        return "\n\n" + MeetingTexts.text(recipient.locale(), recipient.isAgent() ? "mail.page" : "mail.link", address);
    }

    private String link(UUID meetingId) {
        String token = Tokens.next();
        em.createNativeQuery("INSERT INTO meeting_link (token_hash, meeting_id, created_at) VALUES (:hash, :meeting, :now)")
            .setParameter("hash", Tokens.hash(token)).setParameter("meeting", meetingId).setParameter("now", clock.instant())
            .executeUpdate();
        return token;
    }
}
