package org.agentinbox.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;

/** What the audit trail tells of a replacement: one record with all differences. */
final class ConfigurationAudit {

    private ConfigurationAudit() {}

    /** Empty where nothing differs. */
    static Optional<AuditRecord> of(Differences differences) {
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        before.put("removed", names(differences.removed()));
        after.put("added", names(differences.added()));
        differences.changed().forEach(change -> {
            before.put(name(change.section(), change.key()), change.before());
            after.put(name(change.section(), change.key()), change.after());
        });
        differences.moved().forEach(move -> {
            before.put(move.section().member() + " order", move.before());
            after.put(move.section().member() + " order", move.after());
        });
        AuditRecord record = AuditRecord.of(AuditAct.CONFIGURATION_REPLACED).about(AuditSubject.CONFIGURATION, null, null)
            .changed(before, after);
        return Optional.of(record).filter(made -> !made.changesNothing());
    }

    private static List<String> names(List<Differences.Item> items) {
        return items.stream().map(item -> name(item.section(), item.key())).toList();
    }

    private static String name(Section section, String key) {
        return section.member() + " " + key;
    }
}
