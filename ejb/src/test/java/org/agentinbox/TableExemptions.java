package org.agentinbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What {@link TableOwnershipTest} would not allow, each with its reason. {@code *} stands for a table whose name is put in when the
 * program runs, so that no test can see which it is. What is listed but not done any more fails the test too.
 */
final class TableExemptions {

    private static final List<Exemption> ALL = List.of(
        new Exemption("retention.Deletion", "removes and counts history of every owner, from the tables that their owners name (ADR 21)",
            Set.of("reads *", "writes *", "writes conversation", "writes message", "writes visitor", "writes deadline")),
        new Exemption("retention.PurgeConversations", "removes history of every owner, in one call (ADR 17)",
            Set.of("writes *", "writes conversation", "writes message", "writes deadline")),
        new Exemption("retention.PurgeMessages", "drops partitions of messages that are past (ADR 10)", Set.of("reads *", "writes *",
            "writes message")),
        new Exemption("retention.HistoryPartitions", "makes the partitions that the purge drops (ADR 10)", Set.of("writes *",
            "writes message")),
        new Exemption("retention.PurgeAged", "removes what ages, from the tables that their owners name (ADR 21)", Set.of("reads *",
            "writes *")),
        new Exemption("retention.PurgeVisitors", "looks for what is left of a visitor in the tables that their owners name (ADR 21)",
            Set.of("reads *")),
        new Exemption("retention.VisitorErasure",
            "looks for what is held about a visitor in the tables that their owners name (ADR 21), and empties the "
                + "record of a person whose address others still claim (ADR 24)",
            Set.of("reads *", "writes visitor_record")),
        new Exemption("retention.VisitorExport", "tells what is held about a visitor from the tables that their owners name (ADR 21)",
            Set.of("reads *")),
        new Exemption("retention.PurgeAudit", "purges the audit trail by the statement of its owner, on the purge's own connection",
            Set.of("writes audit_entry")),
        new Exemption("report.FiguresSql", "what is put in is a subquery of texts of the same class", Set.of("reads *")),
        new Exemption("table outbox", "what waits to be sent names the visitor of whom it tells, with whom it goes (ADR 18); the "
            + "platform knows "
            + "no more of visitors than that", Set.of("reads visitor")));

    /**
     * @param user a class, from our root package on, with those inside of it; or a table, for what its keys and triggers read
     * @param uses as {@link SqlTables.Use} is written
     */
    private record Exemption(String user, String reason, Set<String> uses) {}

    private TableExemptions() {}

    /** @return the reason of each exempted use */
    static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        ALL.forEach(exemption -> exemption.uses().forEach(use -> all.put(exemption.user() + " " + use, exemption.reason())));
        return all;
    }
}
