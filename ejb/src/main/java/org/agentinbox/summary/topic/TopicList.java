package org.agentinbox.summary.topic;

import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Versions;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.list.ImportReport;
import org.agentinbox.platform.list.ListFile;
import org.agentinbox.platform.list.ListImport;
import org.agentinbox.summary.api.ListedTopicView;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The list of topics that sales admins keep, so that the same interest has the same name everywhere. Summaries use a change from then on.
 */
@Stateless
@RolesAllowed(SALES_ADMIN_NAME)
public class TopicList {

    static final int MOST = 500;
    /** Lets one writer in at a time, because each counts and compares before it writes, and writers are rare. Readers do not wait. */
    static final String LOCK = "LOCK TABLE listed_topic IN SHARE ROW EXCLUSIVE MODE";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Audit audit;

    /** @return all topics, by name */
    public List<TopicView> all() {
        return entities().stream().map(ListedTopic::stored).toList();
    }

    /**
     * @param name 1 to 100 characters
     * @param synonyms at most 50, of at most 100 characters each
     * @return what is stored
     * @throws RefusedException {@link Refusal#INVALID_FIELD} of {@code name} or {@code synonyms}; {@link Refusal#NAME_TAKEN}
     */
    public ListedTopicView add(String name, List<String> synonyms) {
        lock();
        if (entities().size() >= MOST) {
            throw RefusedException.ofField("name", "at most " + MOST + " topics");
        }
        ListedTopic topic = new ListedTopic(Ids.next(clock.instant()), name, synonyms, clock.instant());
        requireFree(topic.id(), topic.view().name());
        em.persist(topic);
        record(AuditAct.TOPIC_CREATED, topic, null, topic.view());
        return topic.view();
    }

    /**
     * @param version of the topic that the caller has read
     * @return what is stored
     * @throws RefusedException as {@link #add}; {@link Refusal#NOT_FOUND}; {@link Refusal#CHANGED_MEANWHILE}
     */
    public ListedTopicView change(UUID id, int version, String name, List<String> synonyms) {
        lock();
        ListedTopic topic = find(id);
        Versions.require(version, topic.stored().version());
        requireFree(id, ListedTopic.name(name));
        ListedTopicView before = topic.view();
        topic.write(name, synonyms, clock.instant());
        record(AuditAct.TOPIC_CHANGED, topic, before, topic.view());
        return topic.view();
    }

    /** @throws RefusedException {@link Refusal#NOT_FOUND} */
    public void remove(UUID id) {
        lock();
        ListedTopic topic = find(id);
        record(AuditAct.TOPIC_REMOVED, topic, topic.view(), null);
        em.remove(topic);
    }

    /** @return the topics of {@link #all} as a file that {@link #importFile} accepts; that it was taken is recorded */
    public byte[] exportFile() {
        audit.record(AuditRecord.of(AuditAct.EXPORT).about(AuditSubject.TOPIC, null, null));
        return TopicFile.write(entities().stream().map(ListedTopic::view).toList());
    }

    /**
     * Adds the topics of a file; a topic whose name exists already gets the file's synonyms. Where anything in the file is wrong, nothing
     * is changed.
     *
     * @param file comma separated values, UTF-8, at most 1 MiB, the first line {@code name,synonyms}; synonyms are separated by semicolons
     * @return what was done, or what is wrong
     */
    public ImportReport importFile(byte[] file) {
        ListFile<TopicFile.Row> read = TopicFile.read(file);
        lock();
        ListImport<TopicFile.Row, ListedTopic> list = new ListImport<>(read, entities(), topic -> key(topic.view().name()));
        list.limit(MOST, row -> true, topic -> true);
        ImportReport report = list.store(
            (row, topic) -> topic.view().synonyms().equals(row.synonyms()) && topic.view().name().equals(row.name()),
            row -> em.persist(new ListedTopic(Ids.next(clock.instant()), row.name(), row.synonyms(), clock.instant())),
            (row, topic) -> topic.write(row.name(), row.synonyms(), clock.instant()));
        if (report.problems().isEmpty()) {
            audit.record(AuditRecord.of(AuditAct.TOPICS_IMPORTED).about(AuditSubject.TOPIC, null, null).changed(null, report));
        }
        return report;
    }

    private void record(AuditAct act, ListedTopic topic, ListedTopicView before, ListedTopicView after) {
        audit.record(AuditRecord.of(act).about(AuditSubject.TOPIC, topic.id(), topic.view().name()).changed(before, after));
    }

    private List<ListedTopic> entities() {
        return em.createQuery("SELECT t FROM ListedTopic t ORDER BY LOWER(t.name)", ListedTopic.class).getResultList();
    }

    private ListedTopic find(UUID id) {
        return Optional.ofNullable(em.find(ListedTopic.class, id)).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND,
            "There is no such topic."));
    }

    private void requireFree(UUID id, String name) {
        if (entities().stream().anyMatch(other -> !other.id().equals(id) && key(other.view().name()).equals(key(name)))) {
            throw new RefusedException(Refusal.NAME_TAKEN, "There is a topic with this name.");
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void lock() {
        em.createNativeQuery(LOCK).executeUpdate();
    }
}
