package org.agentinbox.retention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.OwnedTable.Removal;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The tables that hold history, as their owners declare them, sorted by name, so that a restarted run continues in the same order. */
@ApplicationScoped
class HistoryTables {

    private final List<OwnedTable> all = new ArrayList<>();

    /** For the container's proxy only. */
    protected HistoryTables() {}

    @Inject
    HistoryTables(@Any Instance<TableOwner> owners) {
        this((Iterable<TableOwner>) owners);
    }

    HistoryTables(Iterable<TableOwner> owners) {
        owners.forEach(owner -> all.addAll(owner.tables()));
        all.sort(Comparator.comparing(OwnedTable::name));
    }

    /** @param at the column that tells a row's age */
    record Aged(String table, String at) {}

    /**
     * Tables whose rows are removed with the conversation in {@code conversation_id}. Messages are not among them, because they are
     * partitioned.
     */
    List<String> ofConversation() {
        return names(Removal.WITH_CONVERSATION);
    }

    /** Tables about visitors, by {@code visitor_id}, whose rows have an {@code id} and are removed by their own age. */
    List<Aged> aged() {
        return of(Removal.BY_AGE).stream().map(table -> new Aged(table.name(), table.by())).toList();
    }

    /** Other tables about visitors, by {@code visitor_id}; their rows are removed with the visitor. */
    List<String> ofVisitor() {
        return names(Removal.WITH_VISITOR);
    }

    boolean isTold(String table) {
        return all.stream().anyMatch(each -> each.name().equals(table) && each.exported());
    }

    private List<String> names(Removal removal) {
        return of(removal).stream().map(OwnedTable::name).toList();
    }

    private List<OwnedTable> of(Removal removal) {
        return all.stream().filter(table -> table.removal() == removal).toList();
    }
}
