package org.agentinbox.summary;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.agentinbox.summary.builtin.TopicWords;
import org.agentinbox.summary.builtin.PersonNames;
import org.agentinbox.conversation.AgentChats;
import org.agentinbox.conversation.ConversationState;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/** Summaries of the conversations that the caller may see. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class ConversationSummaries {

    private static final int MOST_TOPICS = 200;

    @EJB
    private AgentChats chats;
    @Inject
    private SummaryRepository repository;
    @Inject
    private SummaryWriter writer;
    @Inject
    private LiveSummaryQueue queue;
    @Inject
    private KnownNames names;
    @Inject
    private Clock clock;
    @PersistenceContext
    private EntityManager em;

    /**
     * @param conversationId one that the caller may see
     * @return its final summary; until that is made, a summary of the messages so far
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#NOT_FOUND}
     */
    public SummaryView of(UUID conversationId) {
        ConversationView conversation = chats.view(conversationId);
        boolean over = conversation.state() == ConversationState.ENDED;
        return repository.find(conversationId).orElseGet(() -> SummaryView.of(conversationId,
            writer.write(conversationId, conversation.lastSeq(), queue.isComing(conversationId)), clock.instant(), over));
    }

    /** @return topics to search for, by name: those of the administrators' list, and the most frequent ones of conversations */
    @SuppressWarnings("unchecked")
    public List<String> topics() {
        List<Tuple> rows = em.createNativeQuery("""
            SELECT name, MAX(n) = 1000000000 AS listed FROM (
                SELECT MIN(name) AS name, COUNT(*) AS n FROM (SELECT name FROM conversation_topic ORDER BY conversation_id DESC LIMIT \
                20000) recent
                GROUP BY lower(name) HAVING COUNT(*) > 1
                UNION ALL SELECT name, 1000000000 FROM listed_topic) found
            GROUP BY name ORDER BY MAX(n) DESC, name LIMIT :most
            """, Tuple.class).setParameter("most", MOST_TOPICS).getResultList();
        PersonNames accounts = names.ofAccounts();
        return rows.stream().filter(row -> row.get("listed", Boolean.class) || TopicWords.isTopic(row.get("name", String.class))
            && !accounts.areNames(row.get("name", String.class))).map(row -> row.get("name", String.class))
            .sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }
}
