package org.agentinbox.web.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A bar chart by days, which the page draws as SVG. Horizontal values are in percent, so that it fills the width without scaling its text;
 * vertical values are in pixels.
 *
 * @param top the label of the highest line
 * @param middle the label of the line at half the height
 * @param slots one for each day
 * @param labels of some days, below
 */
public record DayPlot(String top, String middle, List<Slot> slots, List<Label> labels) {

    private static final int CEILING = 16;
    private static final int FLOOR = 136;
    /** The share of a day's width that its bar takes. */
    private static final double FILLED = 0.76;

    /**
     * A part of a bar.
     *
     * @param kind its style
     * @param value its size
     */
    record Part(String kind, double value) {}

    /**
     * A drawn part; the parts of a bar are stacked.
     *
     * @param kind its style
     * @param y its upper edge, in pixels from the top
     * @param height in pixels
     */
    public record Bar(String kind, String y, String height) {}

    /**
     * A day.
     *
     * @param x the left edge of its space
     * @param width of its space
     * @param barX the left edge of its bar
     * @param barWidth of its bar
     * @param title its figures in words
     * @param known whether there are figures
     * @param bars the parts to draw
     */
    public record Slot(String x, String width, String barX, String barWidth, String title, boolean known, List<Bar> bars) {}

    /**
     * A label below the plot.
     *
     * @param x its position
     * @param anchor which end of the text is at that position
     * @param text the day
     */
    public record Label(String x, String anchor, String text) {}

    /**
     * @param days in order, at least one
     * @param parts of a day's bar, from the bottom; null where there are no figures
     * @param title a day's figures in words
     * @param scale of the vertical axis
     * @param dayText a day in words
     */
    static DayPlot of(List<LocalDate> days, Function<LocalDate, List<Part>> parts, Function<LocalDate, String> title, Scale scale,
        Function<LocalDate, String> dayText) {
        List<Slot> slots = new ArrayList<>();
        double width = 100.0 / days.size();
        for (int i = 0; i < days.size(); i++) {
            List<Part> own = parts.apply(days.get(i));
            slots.add(new Slot(percent(i * width), percent(width), percent((i + (1 - FILLED) / 2) * width), percent(width * FILLED),
                title.apply(days.get(i)),
                own != null, own == null ? List.of() : bars(own, scale.top())));
        }
        return new DayPlot(scale.topText(), scale.middleText(), slots, labels(days, dayText));
    }

    private static List<Bar> bars(List<Part> parts, double top) {
        List<Bar> bars = new ArrayList<>();
        double y = FLOOR;
        for (Part part : parts) {
            if (part.value() > 0) {
                // A value above zero must be visible, however small it is.
                double height = Math.max(1.5, part.value() / top * (FLOOR - CEILING));
                y -= height;
                bars.add(new Bar(part.kind(), pixels(y), pixels(height)));
            }
        }
        return bars;
    }

    private static List<Label> labels(List<LocalDate> days, Function<LocalDate, String> text) {
        int last = days.size() - 1;
        if (last < 2) {
            return List.of(new Label("0%", "start", text.apply(days.get(0))),
                new Label("100%", "end", last == 0 ? "" : text.apply(days.get(last))));
        }
        return List.of(new Label("0%", "start", text.apply(days.get(0))), new Label(percent((last / 2 + 0.5) * 100 / days.size()), "middle",
            text.apply(days.get(last / 2))), new Label("100%", "end", text.apply(days.get(last))));
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }

    private static String pixels(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
