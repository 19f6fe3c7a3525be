package org.agentinbox.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.agentinbox.account.Person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/** Keeps who was mentioned in private notes. Works in its caller's transaction. */
@ApplicationScoped
class Mentions {

    private static final Duration SHOWN = Duration.ofDays(90);
    private static final int MOST = 50;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Conversations conversations;
    @Inject
    private Supervisors supervisors;
    @Inject
    private Event<MentionsChanged> changed;

    /** Somebody who works with chats. */
    private record Colleague(Person person, boolean seesAll) {

        UUID id() {
            return person.id();
        }
    }

    /** Those who may read a conversation now, by name. */
    List<Person> readers(Conversation conversation) {
        return colleaguesWhoRead(conversation).stream().map(Colleague::person).toList();
    }

    private List<Colleague> colleaguesWhoRead(Conversation conversation) {
        Set<UUID> leads = conversation.isOpen() ? supervisors.leadsOf(conversation.id(), conversation.agentId()) : Set.of();
        return colleagues().stream().filter(one -> conversation.isVisibleTo(one.id(), one.seesAll()) || leads.contains(one.id())).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Colleague> colleagues() {
        List<Tuple> rows = em.createNativeQuery("""
            SELECT a.id, a.display_name, a.title, a.photo_tag, bool_or(r.role = 'SALES_ADMIN') AS sees_all
            FROM account a JOIN account_role r ON r.account_id = a.id AND r.role IN ('LIVE_AGENT', 'SALES_ADMIN')
            WHERE a.active GROUP BY a.id ORDER BY lower(a.display_name), a.id
            """, Tuple.class).getResultList();
        return rows.stream().map(row -> new Colleague(new Person(row.get("id", UUID.class), row.get("display_name", String.class),
            row.get("title", String.class), row.get("photo_tag", UUID.class)), row.get("sees_all", Boolean.class))).toList();
    }

    /** Keeps whom a new note mentions, and tells them. Its author is not told, and who may not read the conversation is not mentioned. */
    void add(Conversation locked, NoteView note) {
        if (note.text().indexOf('@') < 0) {
            return;
        }
        Map<UUID, Colleague> readers = colleaguesWhoRead(locked).stream().filter(one -> !one.id().equals(note.authorId()))
            .collect(Collectors.toMap(Colleague::id, Function.identity()));
        for (UUID id : MentionedNames.in(note.text(), readers.values().stream().map(Colleague::person).toList())) {
            em.createNativeQuery("INSERT INTO note_mention (conversation_id, number, account_id, at) VALUES (:id, :number, :account, :at)")
                .setParameter("id", locked.id()).setParameter("number", note.number()).setParameter("account", id)
                .setParameter("at", note.at()).executeUpdate();
            changed.fire(new MentionsChanged(id, unseen(id, readers.get(id).seesAll()), note));
        }
    }

    /** Where somebody was mentioned in what they may read now, newest first. */
    List<MentionView> latest(UUID accountId, boolean seesAll) {
        return views(accountId, seesAll, "");
    }

    int unseen(UUID accountId, boolean seesAll) {
        return views(accountId, seesAll, "AND m.seen_at IS NULL ").size();
    }

    @SuppressWarnings("unchecked")
    private List<MentionView> views(UUID accountId, boolean seesAll, String which) {
        List<Tuple> rows = em.createNativeQuery("SELECT m.conversation_id, m.number, a.display_name, v.name, n.text, m.at, "
            + "m.seen_at IS NOT NULL AS seen FROM note_mention m "
            + "JOIN note n ON n.conversation_id = m.conversation_id AND n.number = m.number JOIN account a ON a.id = n.author_id "
            + "JOIN conversation c ON c.id = m.conversation_id JOIN visitor v ON v.id = c.visitor_id "
            + "WHERE m.account_id = :account AND m.at > :since " + which + "ORDER BY m.at DESC, m.conversation_id, m.number", Tuple.class)
            .setParameter("account", accountId).setParameter("since", clock.instant().minus(SHOWN)).setMaxResults(MOST).getResultList();
        Set<UUID> readable = conversations.all(rows.stream().map(row -> row.get("conversation_id", UUID.class)).collect(Collectors.toSet()))
            .stream().filter(c -> conversations.isVisible(c, accountId, seesAll)).map(Conversation::id).collect(Collectors.toSet());
        return rows.stream().filter(row -> readable.contains(row.get("conversation_id", UUID.class))).map(Mentions::view).toList();
    }

    private static MentionView view(Tuple row) {
        return new MentionView(row.get("conversation_id", UUID.class), row.get("number", Integer.class),
            row.get("display_name", String.class), row.get("name", String.class), row.get("text", String.class),
            row.get("at", Instant.class), row.get("seen", Boolean.class));
    }

    void see(UUID accountId, boolean seesAll, Instant upTo) {
        em.createNativeQuery("UPDATE note_mention SET seen_at = :now WHERE account_id = :account AND at <= :upTo AND seen_at IS NULL")
            .setParameter("now", clock.instant()).setParameter("account", accountId).setParameter("upTo", upTo).executeUpdate();
        changed.fire(new MentionsChanged(accountId, unseen(accountId, seesAll), null));
    }
}
