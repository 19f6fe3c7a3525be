package org.agentinbox.summary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.agentinbox.summary.builtin.MentionedNames;
import org.agentinbox.summary.builtin.PersonNames;
import org.agentinbox.account.Directory;
import org.agentinbox.summary.api.Turn;
import org.agentinbox.visitor.VisitorNames;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The names of people whom a chat may mention: those with an account, the chat's visitor, and visitors whose names occur in the chat. */
@ApplicationScoped
public class KnownNames {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Read(Instant at, List<String> fullNames, PersonNames names) {}

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Directory directory;
    @Inject
    private VisitorNames visitors;
    @Inject
    private Clock clock;
    private volatile Read read;

    /** @return the names of people with an account, at most 10 s old */
    public PersonNames ofAccounts() {
        Read last = read;
        Instant now = clock.instant();
        if (last == null || last.at().plus(FRESH).isBefore(now)) {
            List<String> names = directory.names();
            last = new Read(now, names, last != null && last.fullNames().equals(names) ? last.names() : PersonNames.of(names));
            read = last;
        }
        return last.names();
    }

    /** @return the names that may occur in a conversation with these turns */
    @Transactional
    PersonNames of(UUID conversationId, List<Turn> turns) {
        List<String> names = new ArrayList<>(visitors.count(MentionedNames.in(turns)).keySet());
        List<?> visitor = em.createNativeQuery("SELECT visitor_id FROM conversation WHERE id = :id", UUID.class)
            .setParameter("id", conversationId).getResultList();
        visitor.forEach(id -> names.addAll(visitors.of((UUID) id)));
        return ofAccounts().with(names);
    }
}
