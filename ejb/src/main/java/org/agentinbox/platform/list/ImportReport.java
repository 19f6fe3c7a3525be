package org.agentinbox.platform.list;

import java.util.Comparator;
import java.util.List;

/**
 * What became of a file.
 *
 * @param added how many are new
 * @param changed how many are other than before
 * @param unchanged how many were there already
 * @param problems why nothing was imported, by line; empty where all was
 */
public record ImportReport(int added, int changed, int unchanged, List<ImportProblem> problems) {

    /** @return a report that nothing was imported */
    public static ImportReport refused(List<ImportProblem> problems) {
        return new ImportReport(0, 0, 0, problems.stream().sorted(Comparator.comparingInt(ImportProblem::line)).toList());
    }
}
