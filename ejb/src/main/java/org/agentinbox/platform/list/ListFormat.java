package org.agentinbox.platform.list;

import java.util.List;

import org.agentinbox.platform.RefusedException;

/**
 * How a list stands in a file of comma separated values.
 *
 * @param <R> what a line becomes
 */
public interface ListFormat<R> {

    /** @return what the first line has to say, in lower case */
    List<String> header();

    /**
     * @param line of the file, from 1
     * @param cells as many as the header has
     * @return what the line says
     * @throws RefusedException where that cannot be
     */
    R row(int line, List<String> cells);

    /** @return what may be in the file once */
    Object key(R row);

    /** @return the reason that clients are told for what {@link #row} threw */
    Enum<?> reason(RefusedException refused);
}
