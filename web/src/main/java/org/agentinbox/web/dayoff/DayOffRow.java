package org.agentinbox.web.dayoff;

import java.io.Serializable;
import java.text.MessageFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

import org.agentinbox.dayoff.DayOffScope;
import org.agentinbox.dayoff.DayOffView;
import org.agentinbox.hours.Block;
import org.agentinbox.hours.DayOff;
import org.agentinbox.web.hours.ClockTime;

/** A row of a table of days off. */
public class DayOffRow implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MINUTES_OF_AN_HOUR = 60;

    private final DayOffView view;
    private final String when;
    private final String who;

    DayOffRow(DayOffView view, ResourceBundle texts, Locale locale) {
        this.view = view;
        this.when = when(view.dayOff(), DateTimeFormatter.ofPattern(texts.getString("daysOff.date"), locale));
        this.who = switch (view.owner().scope()) {
            case SITE -> texts.getString("daysOff.everybody");
            case AGENT -> view.name();
            case TEAM -> new MessageFormat(texts.getString("daysOff.team"), locale).format(new Object[]{view.name()});
        };
    }

    private static String when(DayOff day, DateTimeFormatter date) {
        String first = date.format(day.from());
        boolean isOne = day.from().toLocalDate().equals(day.last());
        if (day.isWholeDays()) {
            return isOne ? first : first + " – " + date.format(day.last());
        }
        String begin = first + ", " + ClockTime.text(minute(day.from()));
        String end = ClockTime.text(day.last().equals(day.to().toLocalDate()) ? minute(day.to()) : Block.END_OF_DAY);
        String zone = day.zone() == null ? "" : " (" + ("Z".equals(day.zone().getId()) ? "UTC" : day.zone().getId()) + ")";
        return begin + (isOne ? "–" : " – " + date.format(day.last()) + ", ") + end + zone;
    }

    private static int minute(LocalDateTime time) {
        return time.getHour() * MINUTES_OF_AN_HOUR + time.getMinute();
    }

    DayOffView view() {
        return view;
    }

    public String getId() {
        return view.id().toString();
    }

    public String getName() {
        return view.dayOff().name();
    }

    /** @return the days, with times where it is not of whole days */
    public String getWhen() {
        return when;
    }

    /** @return by what to sort it */
    public String getBegin() {
        return view.dayOff().from().toString();
    }

    /** @return whose, or that it is everybody's or a team's */
    public String getWho() {
        return who;
    }

    /** @return whether it is one person's */
    public boolean isPersonal() {
        return view.owner().scope() == DayOffScope.AGENT;
    }

    /** @return whether it was read from a file */
    public boolean isImported() {
        return view.imported();
    }
}
