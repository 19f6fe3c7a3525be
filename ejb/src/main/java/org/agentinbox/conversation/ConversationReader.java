package org.agentinbox.conversation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.visitor.VisitorView;
import org.agentinbox.visitor.Visitors;
import org.agentinbox.conversation.wrapup.WrapUpView;
import org.agentinbox.conversation.wrapup.WrapUps;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Turns conversations into views. It needs a fixed number of queries, however many conversations there are. */
@ApplicationScoped
class ConversationReader {

    /** The most messages handed out at a time. */
    static final int SYNC_SIZE = 200;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Directory directory;
    @Inject
    private Visitors visitors;
    @Inject
    private WrapUps wrapUps;

    List<ConversationView> views(List<Conversation> conversations) {
        List<UUID> ids = conversations.stream().map(Conversation::id).toList();
        Map<UUID, VisitorView> visitorsById = visitors.views(collect(conversations, Conversation::visitorId));
        Map<UUID, Person> agents = directory.people(collect(conversations, Conversation::agentId));
        Map<UUID, MessageView> last = lastMessages(ids);
        Map<UUID, Long> unread = unread(ids);
        Map<UUID, WrapUpView> wrapped = wrapUps.of(conversations.stream().filter(c -> !c.isOpen()).map(Conversation::id).toList());
        return conversations.stream().map(c -> new ConversationView(c.id(), visitorsById.get(c.visitorId()), c.state(), c.lastSeq(),
            unread.getOrDefault(c.id(), 0L).intValue(), c.visitorReadSeq(), c.agentReadSeq(), last.get(c.id()), c.requestedAt(),
            c.lastActivityAt(), c.endedAt(), c.endReason(), c.endedBy(), c.agentId() == null ? null : agents.get(c.agentId()),
            wrapped.get(c.id()))).toList();
    }

    ConversationView view(Conversation conversation) {
        return views(List.of(conversation)).get(0);
    }

    VisitorChatView visitorChat(Conversation c) {
        return new VisitorChatView(c.id(), c.state(), c.endReason(), c.lastSeq(), c.visitorReadSeq(), c.agentReadSeq(),
            c.agentId() == null ? null : directory.person(c.agentId()));
    }

    /** The messages after a number, in order, at most {@link #SYNC_SIZE}. */
    List<MessageView> messages(UUID conversationId, int afterSeq) {
        List<Message> messages = em.createQuery(
            "SELECT m FROM Message m WHERE m.conversationId = :id AND m.seq > :after ORDER BY m.seq", Message.class)
            .setParameter("id", conversationId).setParameter("after", afterSeq).setMaxResults(SYNC_SIZE).getResultList();
        return named(messages);
    }

    private List<MessageView> named(List<Message> messages) {
        Set<UUID> authors = messages.stream().map(Message::authorId).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, Person> agents = directory.people(authors);
        Set<UUID> others = new HashSet<>(authors);
        others.removeAll(agents.keySet());
        Map<UUID, VisitorView> visitorsById = visitors.views(others);
        return messages.stream().map(m -> m.view(Stream.concat(
            Stream.ofNullable(m.authorId()).map(agents::get).filter(Objects::nonNull).map(Person::name),
            Stream.ofNullable(m.authorId()).map(visitorsById::get).filter(Objects::nonNull).map(VisitorView::name).filter(Objects::nonNull))
            .findFirst().orElse(null))).toList();
    }

    private Map<UUID, MessageView> lastMessages(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : em.createQuery("SELECT m FROM Message m WHERE m.conversationId IN :ids "
            + "AND m.seq = (SELECT MAX(n.seq) FROM Message n WHERE n.conversationId = m.conversationId AND n.kind <> SYSTEM)",
            Message.class)
            .setParameter("ids", ids).getResultStream()
            .collect(Collectors.toMap(Message::conversationId, m -> m.view(null)));
    }

    private Map<UUID, Long> unread(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : em.createQuery("SELECT c.id, COUNT(m.seq) FROM Conversation c JOIN Message m "
            + "ON m.conversationId = c.id AND m.seq > c.agentReadSeq AND m.authorKind = VISITOR "
            + "WHERE c.id IN :ids AND c.state = ACTIVE GROUP BY c.id", Object[].class)
            .setParameter("ids", ids).getResultStream()
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    private static Set<UUID> collect(List<Conversation> conversations, Function<Conversation, UUID> id) {
        return conversations.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
