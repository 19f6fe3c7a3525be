package org.agentinbox.platform.list;

import java.util.List;

import org.agentinbox.platform.RefusedException;

/**
 * How a list is written in a file of comma separated values.
 *
 * @param <R> the contents of a line
 */
public interface ListFormat<R> {

    /** @return the names of the columns in the first line, in lower case */
    List<String> header();

    /**
     * @param line of the file, from 1
     * @param cells as many as the header has
     * @return the contents of the line
     * @throws RefusedException where they are invalid
     */
    R row(int line, List<String> cells);

    /** @return the key, which may occur only once in a file */
    Object key(R row);

    /** @return the reason to give to clients for what {@link #row} threw */
    Enum<?> reason(RefusedException refused);

    /** @return how many bytes a file may have; a larger one is refused unread */
    default int mostBytes() {
        return ListFile.MOST_BYTES;
    }

    /** @return how many lines a file may have below its header; the rest of a longer one is not read */
    default int mostRows() {
        return Integer.MAX_VALUE;
    }
}
