package org.agentinbox.web.retention;

import java.io.Serializable;
import java.text.NumberFormat;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import org.agentinbox.retention.RetentionRunView;

/** A row of the table of purges and erasures, in the reader's language. */
public class RunRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String startedAt;
    private final String kind;
    private final String startedBy;
    private final String cutoff;
    private final String state;
    private final String stateName;
    private final String removed;
    private final String execution;

    RunRow(RetentionRunView run, InstantFormat format, ResourceBundle texts) {
        id = run.id();
        startedAt = format.text(run.startedAt());
        kind = texts.getString(run.erasure() ? "privacy.erasure" : run.dry() ? "privacy.counting" : "privacy.purge");
        String by = "privacy.by." + run.startedBy();
        startedBy = texts.containsKey(by) ? texts.getString(by) : run.startedBy();
        cutoff = run.cutoff() == null ? "-" : format.text(run.cutoff());
        state = run.state();
        stateName = texts.getString("privacy.state." + run.state());
        NumberFormat numbers = NumberFormat.getIntegerInstance(format.locale());
        String counts = run.removed().entrySet().stream().filter(count -> count.getValue() > 0)
            .map(count -> name(texts, count.getKey()) + " " + numbers.format(count.getValue())).collect(Collectors.joining(", "));
        removed = counts.isEmpty() ? texts.getString("privacy.nothing") : counts;
        execution = run.execution() == null ? "-" : run.execution().toString();
    }

    private static String name(ResourceBundle texts, String table) {
        String key = "privacy.table." + table;
        return texts.containsKey(key) ? texts.getString(key) : table;
    }

    /** @return never changes */
    public String getId() {
        return id;
    }

    /** @return when it began */
    public String getStartedAt() {
        return startedAt;
    }

    /** @return a purge, a dry run or an erasure, in words */
    public String getKind() {
        return kind;
    }

    /** @return who or what started it */
    public String getStartedBy() {
        return startedBy;
    }

    /** @return the cutoff: what ended before it was removed; a dash for an erasure */
    public String getCutoff() {
        return cutoff;
    }

    /** @return the name of its state */
    public String getState() {
        return state;
    }

    /** @return its state in words */
    public String getStateName() {
        return stateName;
    }

    /** @return what was removed, or in a dry run would be */
    public String getRemoved() {
        return removed;
    }

    /** @return the number of the job's execution in the server's console, or a dash */
    public String getExecution() {
        return execution;
    }
}
