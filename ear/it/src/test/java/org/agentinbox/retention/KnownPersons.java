package org.agentinbox.retention;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.agentinbox.platform.Ids;

/**
 * Vera, about whom the site and a CRM sent data, with two browsers of hers, and two strangers named Mallory who claim her email address.
 */
final class KnownPersons {

    static final String EMAIL = "vera@customer.example";

    final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    final UUID agent = UUID.randomUUID();
    final UUID record;
    final UUID hers;
    final UUID hersToo;
    final UUID mallory;
    final UUID otherMallory;
    private final JdbcSession session;

    KnownPersons(JdbcSession session) throws SQLException {
        this.session = session;
        session
            .update("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
                + "VALUES (?, 0, ?, 'Ana', '', false, true, now())", agent, agent.toString());
        session.update("INSERT INTO agent (account_id) VALUES (?)", agent);
        record = record(EMAIL, now);
        session.update("UPDATE visitor_record SET name = 'Vera Lind', job_title = 'CTO', phone = '+49 4711', company = 'Lind AG', "
            + "crm_status = 'Gold', attributes = '{\"plan\":\"Platinum\"}' WHERE id = ?", record);
        hers = visitor("Vera", record, true, "My knee hurts");
        hersToo = visitor("Vera", record, true, "My elbow too");
        mallory = visitor("Mallory", record, false, "What do you know of me?");
        otherMallory = visitor("Mallory", record, false, "And of me?");
    }

    /** @param verifiedAt null where the address is only claimed */
    UUID record(String email, Instant verifiedAt) throws SQLException {
        UUID id = Ids.next(now);
        session.update("INSERT INTO visitor_record (id, version, email, created_at, verified_at) VALUES (?, 0, ?, ?, ?::timestamptz)",
            id, email, now.minus(Duration.ofDays(300)), verifiedAt == null ? null : verifiedAt.toString());
        return id;
    }

    /** Adds a visitor with an ended chat, a colleague's note on it, a summary and an activity. */
    UUID visitor(String name, UUID ofRecord, boolean verified, String says) throws SQLException {
        UUID id = Ids.next(now);
        session.update("INSERT INTO visitor (id, version, name, email, record_id, verified, created_at, seen_at) "
            + "VALUES (?, 0, ?, ?, ?, ?, ?, ?)", id, name, EMAIL, ofRecord, verified, now, now);
        UUID chat = chat(id, "ENDED", says);
        session.update("INSERT INTO activity (id, visitor_id, type, at, conversation_id, detail) "
            + "VALUES (?, ?, 'ENGAGED_WITH_AGENT', ?, ?, ?)", Ids.next(now), id, now, chat, "Activity of " + says);
        return id;
    }

    /** Adds a chat with one message, a note, a topic and a summary. */
    UUID chat(UUID visitor, String state, String says) throws SQLException {
        UUID id = Ids.next(now);
        boolean isOver = state.equals("ENDED");
        session
            .update("INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, end_reason, requested_at, accepted_at, "
                + "ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)", id, visitor, agent, UUID.randomUUID(), state,
                isOver ? "AGENT" : null, now, now, isOver ? now.toString() : null);
        session.update("INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at) "
            + "VALUES (?, 1, ?, 'TEXT', 'VISITOR', ?, ?, ?)", id, UUID.randomUUID(), visitor, says, now);
        session.update("INSERT INTO note (id, conversation_id, number, client_id, author_id, after_seq, text, at) "
            + "VALUES (?, ?, 1, ?, ?, 1, ?, ?)", Ids.next(now), id, UUID.randomUUID(), agent, "Note on " + says, now);
        session.update("INSERT INTO conversation_summary (conversation_id, text, statements, made_at) VALUES (?, ?, '[]', ?)", id,
            "Summary of " + says, now);
        session.update("INSERT INTO conversation_topic (conversation_id, place, name, seqs) VALUES (?, 1, ?, '{1}')", id,
            "Topic of " + says);
        return id;
    }

    void hold(UUID visitor) throws SQLException {
        session.update("INSERT INTO legal_hold (id, visitor_id, reason, placed_by, placed_at) "
            + "VALUES (?, ?, 'Case 4711, will sue', ?, ?)", Ids.next(now), visitor, agent, now);
    }

    /** Returns everything stored about a visitor, as text. */
    String stored(UUID visitor) throws SQLException {
        return session.list(row -> row.getString(1), """
            SELECT jsonb_build_array(to_jsonb(v), (SELECT jsonb_agg(to_jsonb(a) ORDER BY a.id) FROM activity a WHERE a.visitor_id = v.id),
                (SELECT jsonb_agg(jsonb_build_array(to_jsonb(c),
                    (SELECT jsonb_agg(to_jsonb(m)) FROM message m WHERE m.conversation_id = c.id),
                    (SELECT jsonb_agg(to_jsonb(n)) FROM note n WHERE n.conversation_id = c.id)) ORDER BY c.id)
                    FROM conversation c WHERE c.visitor_id = v.id))
            FROM visitor v WHERE v.id = ?
            """, visitor).stream().findFirst().orElse("");
    }

    /** Returns everything stored of a record, as text; empty where the record is deleted. */
    String storedRecord(UUID id) throws SQLException {
        return session.list(row -> row.getString(1), "SELECT to_jsonb(r) FROM visitor_record r WHERE r.id = ?", id).stream().findFirst()
            .orElse("");
    }
}
