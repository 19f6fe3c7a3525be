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

/** The tables that hold history, as their owners say, each kind by name: a run that is restarted goes on in the same order. */
@ApplicationScoped
class HistoryTables {

    private final List<OwnedTable> all = new ArrayList<>();

    /** For the container's proxy. */
    protected HistoryTables() {}

    @Inject
    HistoryTables(@Any Instance<TableOwner> owners) {
        this((Iterable<TableOwner>) owners);
    }

    HistoryTables(Iterable<TableOwner> owners) {
        owners.forEach(owner -> all.addAll(owner.tables()));
        all.sort(Comparator.comparing(OwnedTable::name));
    }

    /** @param at the column that says how old a row is */
    record Aged(String table, String at) {}

    /** Rows of a conversation, by {@code conversation_id}: they go with it. Messages are apart, they lie in partitions. */
    List<String> ofConversation() {
        return names(Removal.WITH_CONVERSATION);
    }

    /** Rows of a visitor, by {@code visitor_id}, that have an {@code id} and age by themselves. */
    List<Aged> aged() {
        return of(Removal.BY_AGE).stream().map(table -> new Aged(table.name(), table.by())).toList();
    }

    /** Other rows of a visitor, by {@code visitor_id}: they go with the visitor. */
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
