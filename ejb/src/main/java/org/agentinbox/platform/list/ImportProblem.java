package org.agentinbox.platform.list;

/**
 * Why a file was not imported.
 *
 * @param line of the file, from 1; 0 for the file as a whole
 * @param reason a name of {@link ListFile.Wrong} or of the list's own reasons; clients get it
 */
public record ImportProblem(int line, String reason) {

    /** @param reason its name is given to clients */
    public ImportProblem(int line, Enum<?> reason) {
        this(line, reason.name());
    }
}
