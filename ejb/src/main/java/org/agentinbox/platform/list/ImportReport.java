package org.agentinbox.platform.list;

import java.util.Comparator;
import java.util.List;

/**
 * The result of an import.
 *
 * @param added how many entries are new
 * @param changed how many entries differ from before
 * @param unchanged how many entries were there already
 * @param problems why nothing was imported, by line; empty where everything was
 */
public record ImportReport(int added, int changed, int unchanged, List<ImportProblem> problems) {

    /** @return a report of a file that was not imported */
    public static ImportReport refused(List<ImportProblem> problems) {
        return new ImportReport(0, 0, 0, problems.stream().sorted(Comparator.comparingInt(ImportProblem::line)).toList());
    }
}
