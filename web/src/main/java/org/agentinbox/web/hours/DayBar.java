package org.agentinbox.web.hours;

import java.io.Serializable;
import java.util.List;

/**
 * The hours of a day as a bar and in words.
 *
 * @param label which day
 * @param words the hours, or that there are none
 * @param note what is unusual, or null
 * @param free whether there are no hours
 * @param width of the day, in percent of the longest one drawn
 * @param pieces the filled parts
 * @param ticks the positions of 6:00, 12:00 and 18:00
 */
public record DayBar(String label, String words, String note, boolean free, String width, List<Piece> pieces, List<String> ticks)
    implements Serializable {

    /**
     * A filled part, in percent of the longest day that is drawn.
     *
     * @param x its begin
     * @param width its length
     */
    public record Piece(String x, String width) implements Serializable {}
}
