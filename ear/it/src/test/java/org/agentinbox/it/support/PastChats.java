package org.agentinbox.it.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.platform.Ids;

/**
 * Random chats of past days, written into the database directly, and the figures that a report must show for them, computed independently
 * in plain Java.
 */
public final class PastChats implements AutoCloseable {

    /**
     * @param acceptMillis milliseconds from the request to the acceptance, null where it was not accepted; the other times are null alike
     * @param topic as it is written in the chat, or null
     * @param booked whether a meeting was booked in the chat, at the time of the request
     */
    public record Chat(UUID id, Instant requestedAt, boolean missed, UUID agent, Long acceptMillis, Long responseMillis, Long lengthMillis,
        String topic, boolean booked) {}

    private final Installation installation;
    private final ZoneId zone;
    private final Random random;
    private final List<UUID> agents;
    private final List<Chat> chats = new ArrayList<>();

    public PastChats(Installation installation, ZoneId zone, Random random, List<UUID> agents) {
        this.installation = installation;
        this.zone = zone;
        this.random = random;
        this.agents = agents;
    }

    public List<Chat> chats() {
        return chats;
    }

    /** Adds chats at random times of these days, some of them within a millisecond of the first day's beginning or the last day's end. */
    public void add(LocalDate from, LocalDate to, int count, String topic) throws SQLException {
        Instant start = from.atStartOfDay(zone).toInstant();
        long millis = Duration.between(start, to.plusDays(1).atStartOfDay(zone).toInstant()).toMillis();
        List<LocalDate> days = from.datesUntil(to.plusDays(1)).toList();
        try (Connection connection = installation.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                Instant edge = days.get(random.nextInt(days.size())).atStartOfDay(zone).toInstant();
                Instant at = random.nextBoolean() ? start.plusMillis((long) (random.nextDouble() * millis))
                    : edge.plusMillis(random.nextInt(3) - 1L);
                Chat chat = chat(at.isBefore(start) ? start : at, random.nextInt(5) == 0 ? topic.toUpperCase() : topic);
                store(connection, chat);
                chats.add(chat);
            }
            connection.commit();
        }
    }

    private Chat chat(Instant at, String topic) {
        boolean missed = random.nextInt(4) == 0;
        Long accept = missed ? null : Long.valueOf(1 + random.nextInt(100_000));
        Long response = missed || random.nextInt(6) == 0 ? null : Long.valueOf(accept + random.nextInt(60_000));
        Long length = missed ? null : Long.valueOf(100_000 + random.nextInt(3_000_000));
        return new Chat(Ids.next(at), at, missed, missed ? null : agents.get(random.nextInt(agents.size())), accept, response, length,
            missed ? null : topic, !missed && random.nextInt(3) == 0);
    }

    private static void store(Connection connection, Chat chat) throws SQLException {
        Instant accepted = chat.missed() ? null : chat.requestedAt().plusMillis(chat.acceptMillis());
        Instant ended = chat.missed() ? chat.requestedAt().plusSeconds(100) : accepted.plusMillis(chat.lengthMillis());
        run(connection, "INSERT INTO visitor (id, version, name, created_at, seen_at) VALUES (?, 0, ?, ?::timestamptz, ?::timestamptz)",
            chat.id(),
            "Past " + chat.id(), chat.requestedAt().toString(), chat.requestedAt().toString());
        run(connection,
            "INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, end_reason, requested_at, accepted_at, "
                + "ended_at) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz)",
            chat.id(), chat.id(), chat.agent(), chat.id(),
            chat.missed() ? "MISSED" : "ENDED", chat.missed() ? null : "AGENT", chat.requestedAt().toString(),
            chat.missed() ? null : accepted.toString(), ended.toString());
        if (chat.missed()) {
            return;
        }
        run(connection,
            "INSERT INTO offer (id, conversation_id, agent_id, state, offered_at, expires_at, answered_at) VALUES (?, ?, ?, 'ACCEPTED', "
                + "?::timestamptz, ?::timestamptz, ?::timestamptz)",
            chat.id(), chat.id(), chat.agent(), chat.requestedAt().toString(), ended.toString(), accepted.toString());
        run(connection, "INSERT INTO conversation_agent (conversation_id, place, agent_id, since) VALUES (?, 1, ?, ?::timestamptz)",
            chat.id(), chat.agent(), accepted.toString());
        if (chat.responseMillis() != null) {
            run(connection,
                "INSERT INTO message (conversation_id, seq, kind, author_kind, author_id, text, at) VALUES (?, 1, 'TEXT', 'AGENT', ?, "
                    + "'Hello', ?::timestamptz)",
                chat.id(), chat.agent(), chat.requestedAt().plusMillis(chat.responseMillis()).toString());
        }
        // They get a summary here, since the summary that the server would make has no topic.
        run(connection, "INSERT INTO conversation_summary (conversation_id, text, statements, made_at) VALUES (?, ?, '[]', now())",
            chat.id(), "Said in " + chat.id());
        run(connection, "INSERT INTO conversation_topic (conversation_id, place, name, seqs) VALUES (?, 0, ?, '{1}')", chat.id(),
            chat.topic());
        if (chat.booked()) {
            run(connection,
                "INSERT INTO agent_calendar (account_id, time_zone, length_minutes, buffer_minutes, notice_minutes, horizon_days) "
                    + "VALUES (?, 'UTC', 30, 0, 60, 30) ON CONFLICT DO NOTHING",
                chat.agent());
            run(connection,
                "INSERT INTO meeting (id, version, agent_id, visitor_id, conversation_id, client_id, state, sequence, starts_at, ends_at, "
                    + "free_at, email, "
                    + "created_at, changed_at) VALUES (?, 0, ?, ?, ?, ?, 'CANCELLED', 1, ?::timestamptz, ?::timestamptz, ?::timestamptz, "
                    + "'past@customer.example', "
                    + "?::timestamptz, now())",
                chat.id(), chat.agent(), chat.id(), chat.id(), chat.id(), ended.plus(1, ChronoUnit.DAYS).toString(),
                ended.plus(2, ChronoUnit.DAYS).toString(), ended.plus(2, ChronoUnit.DAYS).toString(), chat.requestedAt().toString());
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Deletes the chats as a purge does, which keeps the daily figures. */
    public void purge() {
        String ids = chats.stream().map(chat -> chat.id().toString()).collect(Collectors.joining(",", "{", "}"));
        installation.query("DELETE FROM meeting WHERE visitor_id = ANY (?::uuid[])", ids);
        delete(installation, "id = ANY (?::uuid[])", ids);
        for (String table : List.of("activity", "meeting", "booking_failure", "visitor_apart", "signed_use", "legal_hold")) {
            installation.query("DELETE FROM " + table + " WHERE visitor_id = ANY (?::uuid[])", ids);
        }
        installation.query("DELETE FROM visitor WHERE id = ANY (?::uuid[])", ids);
        chats.clear();
    }

    /** Deletes conversations with everything that belongs to them; the database has no cascading deletes for this. */
    public static void delete(Installation installation, String which, Object... values) {
        for (String table : List.of("message", "note", "note_mention", "conversation_topic", "conversation_summary", "calendar_share",
            "offer",
            "routing_decision", "conversation_search", "conversation_agent", "chat_request")) {
            installation.query("DELETE FROM " + table + " WHERE conversation_id IN (SELECT id FROM conversation WHERE " + which + ")",
                values);
        }
        installation.query("DELETE FROM conversation WHERE " + which, values);
    }

    @Override
    public void close() {
        purge();
        installation.query("DELETE FROM daily_figure");
    }
}
