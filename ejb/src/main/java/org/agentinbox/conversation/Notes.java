package org.agentinbox.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.RefusedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Stores private notes. Works in its caller's transaction. It checks no permission: its callers do. */
@ApplicationScoped
class Notes {

    /** The most notes handed out at a time. */
    static final int PAGE_SIZE = 100;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Directory directory;
    @Inject
    private Mentions mentions;
    @Inject
    private Event<NoteStored> stored;

    /**
     * Stores a note, or finds the one that this author stored under the same client id.
     *
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD} where the client id names somebody else's note
     */
    NoteView add(Conversation locked, UUID clientId, UUID authorId, String text) {
        Optional<Note> known = find(locked.id(), clientId);
        if (known.isPresent() && !known.get().authorId().equals(authorId)) {
            throw RefusedException.ofField("clientId", "this id names a note of somebody else");
        }
        return known.map(this::view).orElseGet(() -> append(locked, clientId, authorId, text));
    }

    private NoteView append(Conversation locked, UUID clientId, UUID authorId, String text) {
        Note note = new Note(Ids.next(clock.instant()), locked, last(locked.id()) + 1, clientId, authorId, text, clock.instant());
        em.persist(note);
        em.flush();
        NoteView view = view(note);
        stored.fire(new NoteStored(view, locked.agentId(), locked.state()));
        mentions.add(locked, view);
        return view;
    }

    Optional<Note> find(UUID conversationId, UUID clientId) {
        return em.createQuery("SELECT n FROM Note n WHERE n.conversationId = :id AND n.clientId = :clientId", Note.class)
            .setParameter("id", conversationId).setParameter("clientId", clientId).getResultStream().findFirst();
    }

    /** The notes after a number, in order. */
    NotePage after(UUID conversationId, int number) {
        List<Note> notes = em
            .createQuery("SELECT n FROM Note n WHERE n.conversationId = :id AND n.number > :after ORDER BY n.number", Note.class)
            .setParameter("id", conversationId).setParameter("after", number).setMaxResults(PAGE_SIZE).getResultList();
        Map<UUID, Person> authors = directory.people(notes.stream().map(Note::authorId).collect(Collectors.toSet()));
        return new NotePage(notes.stream().map(n -> n.view(authors.get(n.authorId()).name())).toList(), last(conversationId));
    }

    private int last(UUID conversationId) {
        return em.createQuery("SELECT COALESCE(MAX(n.number), 0) FROM Note n WHERE n.conversationId = :id", Integer.class)
            .setParameter("id", conversationId).getSingleResult();
    }

    private NoteView view(Note note) {
        return note.view(directory.person(note.authorId()).name());
    }
}
