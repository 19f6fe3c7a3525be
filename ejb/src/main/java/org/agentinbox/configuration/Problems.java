package org.agentinbox.configuration;

import java.util.ArrayList;
import java.util.List;

import org.agentinbox.configuration.ConfigurationProblem.Reason;

/** What was found wrong with a document, in the order in which it was found. */
final class Problems {

    /** A document of another kind has one in each line. */
    private static final int MOST_TOLD = 100;

    private final List<ConfigurationProblem> told = new ArrayList<>();
    private int count;

    void add(String pointer, Reason reason, Object... arguments) {
        add(new ConfigurationProblem(pointer, reason, null, List.of(arguments).stream().map(String::valueOf).toList()));
    }

    void add(ConfigurationProblem problem) {
        count++;
        if (told.size() < MOST_TOLD) {
            told.add(problem);
        }
    }

    int count() {
        return count;
    }

    /** The first ones. */
    List<ConfigurationProblem> told() {
        return List.copyOf(told);
    }
}
