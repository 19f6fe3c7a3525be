package org.agentinbox.web.hours;

import java.io.Serializable;
import java.util.List;

/**
 * A day, drawn as a line and said in words.
 *
 * @param label which day
 * @param words from when to when, or that there is nothing
 * @param note what is unusual, or null
 * @param free whether there is nothing
 * @param width of the day, in percent of the longest that is drawn
 * @param pieces where it is filled
 * @param ticks where a quarter of the day begins
 */
public record DayBar(String label, String words, String note, boolean free, String width, List<Piece> pieces, List<String> ticks)
    implements Serializable {

    /**
     * A filled part, in percent of the longest day that is drawn.
     *
     * @param x where it begins
     * @param width how long it is
     */
    public record Piece(String x, String width) implements Serializable {}
}
