package org.agentinbox.conversation;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.platform.PageCursor;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;
import org.agentinbox.platform.UnavailableException;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;

/**
 * Finds conversations by words, agent, topic, outcome, tag and time (ear/src/docs/rules.md#conversations), among those that
 * {@link ConversationHistory} lists, in its order and with its pages. Active ones are searched by reading their messages; past ones by the
 * documents of {@link SearchIndex}.
 */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class ConversationSearch {

    private static final int MOST = 100;
    private static final int LONGEST = 200;
    private static final int LONGEST_TOPIC = 100;
    private static final String HAS_TOPIC = "EXISTS (SELECT 1 FROM conversation_topic t WHERE t.conversation_id = s.id AND lower(t.name) "
        + "= lower(:topic))";
    private static final String HAS_OUTCOME = "EXISTS (SELECT 1 FROM wrap_up w WHERE w.conversation_id = s.id "
        + "AND w.outcome_id = :outcome)";
    private static final String HAS_TAG = "EXISTS (SELECT 1 FROM wrap_up_tag g WHERE g.conversation_id = s.id AND g.tag_id = :tag)";
    /** How many messages of active chats are searched at most, the newest first. */
    private static final int MOST_ACTIVE_MESSAGES = 20_000;
    static final int PATIENCE_MILLIS = 3_000;
    static final String TIMEOUT = "jakarta.persistence.query.timeout";

    private static final String DOCUMENT = "SELECT s.* FROM (SELECT d.conversation_id AS id, d.ended_at, d.agent_id, d.document "
        + "FROM conversation_search d) s WHERE true";
    private static final String MATCHES = "s.document @@ CAST(:terms AS tsquery)";
    /** How many of the newest documents are compared one by one. A word that occurs in many of them is found without the index. */
    private static final int WALK = 5_000;

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Conversations conversations;
    @Inject
    private ConversationReader reader;
    @Inject
    private SearchExcerpts excerpts;
    @Inject
    private Directory directory;

    /**
     * @param request what to look for
     * @return a page: active ones that match first, then past ones, newest first; empty where the text contains no word
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD}
     * @throws UnavailableException where the database takes longer than {@value #PATIENCE_MILLIS} ms
     */
    public Page<SearchHit> find(SearchRequest request) {
        check(request);
        String text = request.text() == null ? "" : request.text();
        List<SearchTerm> terms = SearchTokens.terms(text);
        if (terms.isEmpty() && !text.isBlank()) {
            return new Page<>(List.of(), null);
        }
        try {
            return page(request, terms);
        } catch (PersistenceException e) {
            throw new UnavailableException("The search takes too long.", e);
        }
    }

    /** @return everybody who takes or took chats, by name */
    public List<Person> agents() {
        List<?> found = em.createNativeQuery("SELECT account_id FROM agent", UUID.class).getResultList();
        List<UUID> ids = found.stream().map(UUID.class::cast).toList();
        return directory.people(ids).values().stream().sorted(Comparator.comparing(Person::name)).toList();
    }

    private static void check(SearchRequest request) {
        if (request.limit() < 1 || request.limit() > MOST) {
            throw RefusedException.ofField("limit", "1 to " + MOST);
        }
        TextRules.line("topic", request.topic(), LONGEST_TOPIC);
        if (request.text() != null && request.text().length() > LONGEST) {
            throw RefusedException.ofField("q", "at most " + LONGEST + " characters");
        }
    }

    private Page<SearchHit> page(SearchRequest request, List<SearchTerm> terms) {
        PageCursor cursor = request.before() == null ? null : PageCursor.parse(request.before());
        List<Conversation> past = past(request, terms, cursor);
        boolean more = past.size() > request.limit();
        List<Conversation> shown = more ? past.subList(0, request.limit()) : past;
        List<Conversation> found = new ArrayList<>(cursor == null ? active(request, terms) : List.of());
        found.addAll(shown);
        Map<UUID, String> said = excerpts.of(found.stream().map(Conversation::id).toList(), terms);
        List<SearchHit> hits = reader.views(found).stream().map(view -> new SearchHit(view, said.get(view.id()))).toList();
        return new Page<>(hits, more ? shown.get(request.limit() - 1).pageCursor().toString() : null);
    }

    /** Past ones. Without words they are read from the conversations themselves, because some may have no document yet. */
    private List<Conversation> past(SearchRequest request, List<SearchTerm> terms, PageCursor cursor) {
        Map<String, Object> parameters = new HashMap<>();
        String where = conditions(request, cursor, parameters);
        String order = " ORDER BY s.ended_at DESC, s.id DESC LIMIT " + (request.limit() + 1);
        if (terms.isEmpty()) {
            return conversations.ended(ids("SELECT s.id FROM conversation s WHERE s.state = 'ENDED'" + where + order, parameters));
        }
        parameters.put("terms", SearchTerm.query(terms));
        // PostgreSQL's estimate of how many documents match a word's beginning is far off. So the newest documents are read first, and the
        // index is used only where they do not fill the page.
        List<UUID> near = ids(
            "SELECT s.id FROM (" + DOCUMENT + where + " ORDER BY s.ended_at DESC, s.id DESC LIMIT " + WALK + ") s WHERE " + MATCHES + order,
            parameters);
        return conversations.ended(near.size() > request.limit() ? near
            : ids("WITH s AS MATERIALIZED (" + DOCUMENT + where + " AND " + MATCHES + ") SELECT s.id FROM s" + order, parameters));
    }

    private static String conditions(SearchRequest request, PageCursor cursor, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder();
        with(parameters, "agent", request.agentId(), " AND s.agent_id = :agent", sql);
        with(parameters, "topic", topic(request), " AND " + HAS_TOPIC, sql);
        with(parameters, "outcome", request.outcomeId(), " AND " + HAS_OUTCOME, sql);
        with(parameters, "tag", request.tagId(), " AND " + HAS_TAG, sql);
        with(parameters, "since", request.from(), " AND s.ended_at >= :since", sql);
        with(parameters, "until", request.to(), " AND s.ended_at < :until", sql);
        with(parameters, "at", cursor == null ? null : cursor.at(), " AND (s.ended_at, s.id) < (:at, :id)", sql);
        with(parameters, "id", cursor == null ? null : cursor.id(), "", sql);
        return sql.toString();
    }

    private static String topic(SearchRequest request) {
        return request.topic() == null || request.topic().isBlank() ? null : request.topic().strip();
    }

    private List<UUID> ids(String sql, Map<String, Object> parameters) {
        Query query = em.createNativeQuery(sql, UUID.class).setHint(TIMEOUT, PATIENCE_MILLIS);
        parameters.forEach(query::setParameter);
        return ((List<?>) query.getResultList()).stream().map(UUID.class::cast).toList();
    }

    private static void with(Map<String, Object> parameters, String name, Object value, String condition, StringBuilder sql) {
        if (value != null) {
            parameters.put(name, value);
            sql.append(condition);
        }
    }

    private List<Conversation> active(SearchRequest request, List<SearchTerm> terms) {
        if (request.outcomeId() != null || request.tagId() != null) {
            // They are given after the end.
            return List.of();
        }
        List<Conversation> visible = conversations.activeVisibleTo(Caller.account(context), context.isCallerInRole(SALES_ADMIN_NAME));
        List<Conversation> active = aboutTopic(visible.stream().filter(c -> isWithin(c, request)).toList(), request);
        if (active.isEmpty() || terms.isEmpty()) {
            return active;
        }
        Map<UUID, SearchTokens> words = words(active);
        return active.stream().filter(c -> {
            TreeSet<String> said = new TreeSet<>(words.get(c.id()).words());
            return terms.stream().allMatch(term -> term.isIn(said));
        }).toList();
    }

    private List<Conversation> aboutTopic(List<Conversation> active, SearchRequest request) {
        if (active.isEmpty() || topic(request) == null) {
            return active;
        }
        List<?> found = em.createNativeQuery("SELECT s.id FROM conversation s WHERE s.id IN (:ids) AND " + HAS_TOPIC, UUID.class)
            .setParameter("ids", active.stream().map(Conversation::id).toList()).setParameter("topic", topic(request)).getResultList();
        return active.stream().filter(c -> found.contains(c.id())).toList();
    }

    private static boolean isWithin(Conversation c, SearchRequest request) {
        return (request.agentId() == null || request.agentId().equals(c.agentId()))
            && (request.from() == null || !c.lastActivityAt().isBefore(request.from()))
            && (request.to() == null || c.lastActivityAt().isBefore(request.to()));
    }

    private Map<UUID, SearchTokens> words(List<Conversation> active) {
        Map<UUID, SearchTokens> words = new HashMap<>();
        reader.views(active).forEach(v -> words.put(v.id(), new SearchTokens().add(v.visitor().foundBy())));
        em.createQuery("SELECT m.conversationId, m.text FROM Message m WHERE m.conversationId IN :ids AND m.kind <> SYSTEM "
            + "ORDER BY m.at DESC", Object[].class)
            .setParameter("ids", words.keySet()).setMaxResults(MOST_ACTIVE_MESSAGES).setHint(TIMEOUT, PATIENCE_MILLIS)
            .getResultList().forEach(row -> words.get((UUID) row[0]).add((String) row[1]));
        return words;
    }
}
