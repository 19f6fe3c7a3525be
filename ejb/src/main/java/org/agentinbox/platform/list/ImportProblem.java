package org.agentinbox.platform.list;

/**
 * Why a file was not imported.
 *
 * @param line of the file, from 1; 0: the file as a whole
 * @param reason what is wrong there: a name of {@link ListFile.Wrong} or of the list's own reasons, which clients are told
 */
public record ImportProblem(int line, String reason) {

    /** @param reason whose name is told */
    public ImportProblem(int line, Enum<?> reason) {
        this(line, reason.name());
    }
}
