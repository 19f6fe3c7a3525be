package org.agentinbox.it.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.PastChats;

/**
 * Chats of a past day with the offers, turns and messages that a test names, as the server would have stored them. Times are seconds from
 * noon of that day. When closed, it removes all chats of that day.
 */
final class HandmadeChats implements AutoCloseable {

    private final Installation installation;
    private final LocalDate day;

    /** @param day on which there are no other chats; removes those that are there */
    HandmadeChats(Installation installation, LocalDate day) {
        this.installation = installation;
        this.day = day;
        close();
    }

    private String at(int seconds) {
        return day.atTime(12, 0).atZone(Installation.ZONE).toInstant().plusSeconds(seconds).toString();
    }

    /** @param lastAgent null where nobody took it */
    UUID chat(String state, String reason, String lastAgent, int accepted, int ended) {
        UUID id = UUID.randomUUID();
        installation.query("INSERT INTO visitor (id, version, name, created_at, seen_at) VALUES (?::uuid, 0, 'By hand', ?::timestamptz, "
            + "?::timestamptz)", id.toString(), at(0), at(0));
        installation.query("INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, end_reason, requested_at, "
            + "accepted_at, ended_at) SELECT id, id, NULLIF(?, '')::uuid, id, ?, NULLIF(?, ''), ?::timestamptz, "
            + "NULLIF(?, '')::timestamptz, ?::timestamptz FROM visitor WHERE id = ?::uuid",
            Objects.toString(lastAgent, ""), state, Objects.toString(reason, ""), at(0), lastAgent == null ? "" : at(accepted),
            at(ended), id.toString());
        return id;
    }

    /** A chat of ten minutes that one agent took after 10 s and another after 320 s; each wrote 20 and 80 s later. */
    void transferred(String from, String to) {
        UUID chat = chat("ENDED", "AGENT", to, 10, 620);
        offer(chat, "REQUEST", from, "ACCEPTED", 0, 10);
        offer(chat, "TRANSFER", to, "ACCEPTED", 300, 320);
        had(chat, List.of(from, to), 10, 320);
        wrote(chat, 1, from, 30);
        wrote(chat, 2, to, 400);
    }

    void endedBy(UUID chat, String who) {
        installation.query("UPDATE conversation SET ended_by = ?::uuid WHERE id = ?::uuid", who, chat.toString());
    }

    /** @param queued when the visitor came into the queue; null where they did not */
    void cameBy(UUID chat, String entry, Integer queued) {
        installation.query("INSERT INTO chat_request (conversation_id, entry_key, queued_at, queue_ends_at, queue_position) SELECT "
            + "?::uuid, ?, q.at, q.at + interval '5 minutes', CASE WHEN q.at IS NOT NULL THEN 1 END FROM "
            + "(VALUES (NULLIF(?, '')::timestamptz)) q (at)", chat.toString(), entry, queued == null ? "" : at(queued));
    }

    void anHourLater(UUID chat) {
        installation.query("UPDATE conversation SET requested_at = requested_at + interval '1 hour', accepted_at = accepted_at + "
            + "interval '1 hour', ended_at = ended_at + interval '1 hour' WHERE id = ?::uuid", chat.toString());
    }

    /** An offer; whose chat it was that somebody offered on does not count. */
    void offer(UUID chat, String kind, String agent, String state, int offered, int answered) {
        installation.query("INSERT INTO offer (id, conversation_id, agent_id, state, kind, from_agent_id, client_id, offered_at, "
            + "expires_at, answered_at) SELECT gen_random_uuid(), ?::uuid, a.id, ?, k, CASE WHEN k <> 'REQUEST' THEN a.id END, "
            + "CASE WHEN k <> 'REQUEST' THEN gen_random_uuid() END, ?::timestamptz, ?::timestamptz, ?::timestamptz "
            + "FROM (VALUES (?)) v (k), (VALUES (?::uuid)) a (id)",
            chat.toString(), state, at(offered), at(offered + 100), at(answered), kind, agent);
    }

    void had(UUID chat, List<String> whom, int... since) {
        for (int i = 0; i < since.length; i++) {
            installation.query("INSERT INTO conversation_agent (conversation_id, place, agent_id, since) VALUES (?::uuid, ?, ?::uuid, "
                + "?::timestamptz)", chat.toString(), i + 1, whom.get(i), at(since[i]));
        }
    }

    void wrote(UUID chat, int seq, String agent, int seconds) {
        installation.query("INSERT INTO message (conversation_id, seq, kind, author_kind, author_id, text, at) VALUES (?::uuid, ?, "
            + "'TEXT', 'AGENT', ?::uuid, 'Hello', ?::timestamptz)", chat.toString(), seq, agent, at(seconds));
    }

    @Override
    public void close() {
        PastChats.delete(installation, "requested_at BETWEEN ?::timestamptz AND ?::timestamptz",
            day.atStartOfDay(Installation.ZONE).toInstant().toString(),
            day.plusDays(1).atStartOfDay(Installation.ZONE).toInstant().minusMillis(1).toString());
        installation.query("DELETE FROM visitor WHERE name = 'By hand'");
        installation.query("DELETE FROM daily_figure");
        installation.query("DELETE FROM hourly_figure");
    }
}
