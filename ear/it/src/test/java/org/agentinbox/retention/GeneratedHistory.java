package org.agentinbox.retention;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.agentinbox.platform.Ids;

/** Random visitors with their chats and activity over 200 days, and which of it a purge must delete, computed independently. */
final class GeneratedHistory {

    static final List<String> TABLES = List.of("conversation", "message", "offer", "routing_decision", "conversation_search", "activity",
        "note", "visitor", "visitor_record");
    private static final Duration SPAN = Duration.ofDays(200);

    final Instant now;
    final Instant cutoff;
    final List<UUID> open = new ArrayList<>();
    final List<UUID> visitors = new ArrayList<>();
    /** What the purge must delete, by table: ids; for messages, conversation and number. */
    final Map<String, Set<String>> going = new TreeMap<>();
    private final Random random;
    private final JdbcSession session;
    private final UUID agent;
    private final Map<UUID, UUID> records = new HashMap<>();
    private UUID lastRecord;

    GeneratedHistory(JdbcSession session, UUID agent, Random random, Instant now) {
        this.session = session;
        this.agent = agent;
        this.random = random;
        this.now = now;
        this.cutoff = now.minus(Duration.ofDays(90));
        TABLES.forEach(table -> going.put(table, new TreeSet<>()));
    }

    void fill() throws SQLException {
        int count = 5 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            visitor();
        }
    }

    private Instant ago(Duration most) {
        return now.minusMillis(1 + (long) (random.nextDouble() * most.toMillis()));
    }

    private void visitor() throws SQLException {
        Instant created = ago(SPAN);
        Instant seen = created.plusMillis((long) (random.nextDouble() * random.nextDouble() * Duration.between(created, now).toMillis()));
        UUID id = Ids.next(created);
        boolean isHeld = random.nextInt(6) == 0;
        session.update("INSERT INTO visitor (id, version, name, created_at, seen_at) VALUES (?, 0, 'Vera', ?, ?)", id, created, seen);
        if (isHeld) {
            session.update("INSERT INTO legal_hold (id, visitor_id, reason, placed_by, placed_at) VALUES (?, ?, 'a dispute', ?, ?)",
                Ids.next(now), id, agent, now);
        }
        visitors.add(id);
        boolean stays = isHeld || !seen.isBefore(cutoff);
        int chats = random.nextInt(6);
        boolean mayBeOpen = true;
        for (int i = 0; i < chats; i++) {
            boolean isOpen = mayBeOpen && random.nextInt(5) == 0;
            mayBeOpen &= !isOpen;
            stays |= !chat(id, isOpen, isHeld);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            stays |= !activity(id, ago(SPAN), isHeld);
        }
        if (!stays) {
            going.get("visitor").add(id.toString());
        }
        record(id, stays);
    }

    /** Gives a visitor a record for an email address. A record may belong to no visitor, to one or to several. */
    private void record(UUID visitor, boolean visitorStays) throws SQLException {
        int kind = random.nextInt(4);
        if (kind < 2) {
            Instant created = ago(SPAN);
            Instant verified = kind == 0 ? null
                : created.plusMillis((long) (random.nextDouble() * Duration.between(created, now).toMillis()));
            lastRecord = Ids.next(created);
            session.update("INSERT INTO visitor_record (id, version, email, created_at, verified_at) VALUES (?, 0, ?, ?, ?::timestamptz)",
                lastRecord,
                lastRecord + "@customer.example", created, verified == null ? null : verified.toString());
            note(created.isBefore(cutoff) && (verified == null || verified.isBefore(cutoff)), "visitor_record", lastRecord.toString());
        }
        if (kind != 3 && lastRecord != null) {
            session.update("UPDATE visitor SET record_id = ? WHERE id = ?", lastRecord, visitor);
            records.put(visitor, lastRecord);
            if (visitorStays) {
                stays(visitor);
            }
        }
    }

    /** Notes that a visitor stays, and with them their record. */
    void stays(UUID visitor) {
        going.get("visitor").remove(visitor.toString());
        if (records.containsKey(visitor)) {
            going.get("visitor_record").remove(records.get(visitor).toString());
        }
    }

    /** Adds a chat; returns whether the purge must delete it. */
    private boolean chat(UUID visitor, boolean isOpen, boolean isHeld) throws SQLException {
        Instant requested = ago(SPAN);
        Duration most = random.nextInt(3) == 0 ? Duration.ofDays(60) : Duration.ofMinutes(30);
        Instant ended = requested.plusMillis(1 + (long) (random.nextDouble() * most.toMillis()));
        boolean isOver = !isOpen && ended.isBefore(now);
        if (!isOver && !isOpen) {
            ended = now;
            isOver = true;
        }
        boolean missed = isOver && random.nextInt(4) == 0;
        UUID id = Ids.next(requested);
        String state = !isOver ? "ACTIVE" : missed ? "MISSED" : "ENDED";
        session.update(
            "INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, end_reason, requested_at, accepted_at, "
                + "ended_at) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id, visitor, missed ? null : agent, UUID.randomUUID(), state, state.equals("ENDED") ? "AGENT" : null,
            requested, missed ? null : requested, isOver ? ended : null);
        boolean goes = isOver && ended.isBefore(cutoff) && !isHeld;
        if (!isOver) {
            open.add(id);
        }
        note(goes, "conversation", id.toString());
        for (int seq = 1, last = random.nextInt(8); seq <= last; seq++) {
            session.update(
                "INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at) VALUES (?, ?, ?, 'TEXT', "
                    + "'VISITOR', ?, 'Hello', ?)",
                id, seq, UUID.randomUUID(), visitor, requested);
            note(goes, "message", id + " " + seq);
        }
        leftBehind(id, visitor, requested, state, goes);
        activity(visitor, requested, isHeld);
        return goes && requested.isBefore(cutoff);
    }

    private void leftBehind(UUID chat, UUID visitor, Instant requested, String state, boolean goes) throws SQLException {
        UUID offer = Ids.next(requested);
        session.update("INSERT INTO offer (id, conversation_id, agent_id, state, offered_at, expires_at) VALUES (?, ?, ?, 'LAPSED', ?, ?)",
            offer, chat, agent, requested, requested);
        note(goes, "offer", offer.toString());
        UUID decision = Ids.next(requested);
        session.update("INSERT INTO routing_decision (id, conversation_id, decided_at, candidates) VALUES (?, ?, ?, '[]')", decision, chat,
            requested);
        note(goes, "routing_decision", decision.toString());
        UUID note = Ids.next(requested);
        session.update(
            "INSERT INTO note (id, conversation_id, number, client_id, author_id, after_seq, text, at) VALUES (?, ?, 1, ?, ?, 0, 'Nice', "
                + "?)",
            note, chat,
            note, agent, requested);
        note(goes, "note", note.toString());
        if (state.equals("ENDED")) {
            session.update(
                "INSERT INTO conversation_search (conversation_id, ended_at, visitor_id, who, document) VALUES (?, ?, ?, '', '')", chat,
                requested, visitor);
            note(goes, "conversation_search", chat.toString());
        }
    }

    private boolean activity(UUID visitor, Instant at, boolean isHeld) throws SQLException {
        UUID id = Ids.next(at);
        session.update("INSERT INTO activity (id, visitor_id, type, at) VALUES (?, ?, 'REACHED_GOAL', ?)", id, visitor, at);
        boolean goes = at.isBefore(cutoff) && !isHeld;
        note(goes, "activity", id.toString());
        return goes;
    }

    private void note(boolean goes, String table, String id) {
        if (goes) {
            going.get(table).add(id);
        }
    }

    /** Returns everything in the database, by table. */
    static Map<String, Set<String>> stored(JdbcSession session) throws SQLException {
        Map<String, Set<String>> stored = new TreeMap<>();
        for (String table : TABLES) {
            String key = switch (table) {
                case "message" -> "conversation_id || ' ' || seq";
                case "conversation_search" -> "conversation_id::text";
                default -> "id::text";
            };
            stored.put(table, new TreeSet<>(session.list(row -> row.getString(1), "SELECT " + key + " FROM " + table)));
        }
        return stored;
    }
}
