package org.agentinbox.configuration;

import static org.agentinbox.platform.JsonApi.JSON;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.account.UserNames;
import org.agentinbox.configuration.ConfigurationProblem.Reason;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.audit.Audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Reads and replaces the configuration. Works in its caller's transaction. */
@ApplicationScoped
public class Configurations {

    /** How many bytes a document can have: 5 MiB. */
    public static final int MOST_BYTES = 5 << 20;
    private static final String VERSION = "version";
    private static final Logger LOG = Logger.getLogger(Configurations.class.getName());

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private UserNames userNames;
    @Inject
    @Any
    private Instance<ConfigurationPart> all;
    @Inject
    private Audit audit;

    /** @return the configuration as it is */
    public ConfigurationDocument read() {
        return document(plans(new References(userNames.all())));
    }

    /**
     * Makes the configuration what a document says, or nothing of it where anything is wrong: then nothing is changed.
     *
     * @param bytes the document, JSON in UTF-8
     * @param match the tags of the configuration that may be replaced, {@code *} for any; null where that does not matter
     * @param isDryRun whether to tell the differences only
     * @return what was changed, or would be, or what is wrong
     * @throws RefusedException {@link Refusal#CHANGED_MEANWHILE} where the configuration has another tag;
     *     {@link Refusal#IN_USE} where something that is to be removed is named outside of the configuration
     */
    public ConfigurationReport replace(byte[] bytes, List<String> match, boolean isDryRun) {
        Problems problems = new Problems();
        JsonValue read = StrictJson.read(bytes, MOST_BYTES, problems);
        if (!isDryRun) {
            parts().forEach(ConfigurationPart::lock);
        }
        References references = new References(userNames.all());
        List<SectionPlan<?>> plans = plans(references);
        String tag = document(plans).tag();
        if (match != null && !match.contains("*") && !match.contains(tag)) {
            throw new RefusedException(Refusal.CHANGED_MEANWHILE,
                "The configuration is not the one that If-Match names any more: read it again.");
        }
        if (read instanceof JsonObject document) {
            read(document, plans, references, problems);
        } else if (read != null) {
            problems.add("", Reason.WRONG_TYPE, "object");
        }
        if (problems.count() > 0) {
            return new ConfigurationReport(null, tag, problems.count(), problems.told());
        }
        Differences differences = differences(plans);
        if (!isDryRun) {
            store(plans);
            log(differences);
            ConfigurationAudit.of(differences).ifPresent(audit::record);
            tag = read().tag();
        }
        return new ConfigurationReport(differences, tag, 0, List.of());
    }

    private List<ConfigurationPart> parts() {
        return all.stream().sorted(Comparator.comparing(ConfigurationPart::section)).toList();
    }

    private List<SectionPlan<?>> plans(References references) {
        List<SectionPlan<?>> plans = new ArrayList<>();
        parts().forEach(part -> plans.add(new SectionPlan<>(part.section(), part.open(references), references)));
        return plans;
    }

    private ConfigurationDocument document(List<SectionPlan<?>> plans) {
        JsonObjectBuilder document = JSON.createObjectBuilder().add(VERSION, ConfigurationDocument.VERSION);
        plans.forEach(plan -> document.add(plan.section().member(), plan.json()));
        return new ConfigurationDocument(document.build());
    }

    private void read(JsonObject document, List<SectionPlan<?>> plans, References references, Problems problems) {
        Members members = new Members(document, problems);
        members.want(VERSION);
        if (members.count(VERSION, ConfigurationDocument.VERSION) != ConfigurationDocument.VERSION) {
            members.problem(VERSION, Reason.UNKNOWN_NAME, ConfigurationDocument.VERSION);
        }
        plans.forEach(plan -> plan.read(members, references, clock.instant()));
        members.tellUnknown();
    }

    private static Differences differences(List<SectionPlan<?>> plans) {
        List<Differences> each = plans.stream().map(SectionPlan::differences).collect(Collectors.toList());
        return new Differences(joined(each, Differences::added), joined(each, Differences::changed), joined(each, Differences::removed),
            joined(each, Differences::moved), each.stream().mapToInt(Differences::unchanged).sum());
    }

    private static <T> List<T> joined(List<Differences> each, Function<Differences, List<T>> list) {
        return each.stream().map(list).flatMap(List::stream).toList();
    }

    /** What is named is stored before what names it, and removed after it. */
    private void store(List<SectionPlan<?>> plans) {
        plans.forEach(plan -> {
            plan.store();
            em.flush();
        });
        List<SectionPlan<?>> backwards = new ArrayList<>(plans);
        Collections.reverse(backwards);
        backwards.forEach(plan -> {
            plan.remove();
            em.flush();
        });
        plans.forEach(SectionPlan::tell);
    }

    private static void log(Differences differences) {
        boolean isOther = Stream.of(differences.added(), differences.changed(), differences.removed(), differences.moved())
            .anyMatch(list -> !list.isEmpty());
        if (isOther) {
            LOG.log(Level.INFO, "The configuration was replaced by a document: {0} added, {1} changed, {2} removed, {3} unchanged",
                new Object[]{differences.added().size(), differences.changed().size(), differences.removed().size(),
                    differences.unchanged()});
        }
    }
}
