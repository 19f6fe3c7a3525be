package org.agentinbox.web.meeting;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.agentinbox.hours.Span;
import org.agentinbox.meeting.MeetingLinkService;
import org.agentinbox.meeting.MeetingView;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.Bundles;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The page behind the link in a visitor's email, in the visitor's language and in the zone that they choose. */
@Named
@RequestScoped
public class MeetingLinkPage {

    /** Those for which the page has a text. */
    static final Set<Refusal> KNOWN_PROBLEMS = EnumSet.of(Refusal.SLOT_TAKEN, Refusal.MEETING_OVER, Refusal.TOO_MANY_INVITATIONS);
    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final Duration FAR = Duration.ofDays(62);

    @Inject
    private HttpServletRequest request;
    @Inject
    private Clock clock;
    @EJB
    private MeetingLinkService meetings;
    private String token;
    private MeetingView meeting;
    private ZoneId zone;
    private final List<Day> days = new ArrayList<>();

    /** The free slots of a day. */
    public record Day(String name, List<Time> times) {

        public String getName() {
            return name;
        }

        public List<Time> getTimes() {
            return times;
        }
    }

    /** A free slot. */
    public record Time(Instant start, String name) {

        public Instant getStart() {
            return start;
        }

        public String getName() {
            return name;
        }
    }

    @PostConstruct
    void load() {
        token = (String) request.getAttribute(MeetingLinkServlet.TOKEN);
        if (token == null) {
            return;
        }
        meeting = meetings.get(token);
        zone = zone(request.getParameter("zone")).or(() -> zone(meeting.timeZone())).orElse(ZoneId.of("UTC"));
        if ("BOOKED".equals(getState())) {
            addDays();
        }
    }

    /** The zone of this name; empty where there is none. */
    static Optional<ZoneId> zone(String name) {
        try {
            return Optional.ofNullable(name).map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void addDays() {
        try {
            Instant now = clock.instant();
            TreeMap<LocalDate, List<Time>> byDay = new TreeMap<>();
            meetings.slots(token, now, now.plus(isLater() ? FAR : TWO_WEEKS)).slots().stream().map(Span::from)
                .filter(start -> !start.equals(meeting.start()))
                .forEach(start -> byDay.computeIfAbsent(start.atZone(zone).toLocalDate(), day -> new ArrayList<>())
                    .add(new Time(start, time(start))));
            byDay.forEach((day, times) -> days.add(new Day(date(day.atStartOfDay(zone).toInstant()), times)));
        } catch (RefusedException e) {
            // The agent cannot be met any more; the meeting can still be cancelled.
            days.clear();
        }
    }

    private String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale()).withZone(zone).format(at);
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale()).withZone(zone).format(at);
    }

    private Locale locale() {
        return Locale.forLanguageTag(getLanguage());
    }

    /** @return {@code en} or {@code ko}: the visitor's language, else the browser's */
    public String getLanguage() {
        Locale wanted = meeting == null || meeting.locale() == null ? request.getLocale() : Locale.forLanguageTag(meeting.locale());
        return Locale.KOREAN.getLanguage().equals(wanted.getLanguage()) ? "ko" : "en";
    }

    /** @return which text the page shows without a meeting: {@code gone}, or {@code fast} after too many requests */
    public String getWithout() {
        return request.getAttribute(MeetingLinkServlet.TOO_FAST) == null ? "gone" : "fast";
    }

    /** @return whether the link leads to a meeting */
    public boolean isThere() {
        return meeting != null;
    }

    /** @return the title with the agent's name */
    public String getTitle() {
        ResourceBundle texts = Bundles.bundle("pages", locale());
        return new MessageFormat(texts.getString("meeting.link.with"), locale()).format(new Object[]{meeting.agent().name()});
    }

    /** @return the meeting's time in the chosen zone */
    public String getTime() {
        return date(meeting.start()) + ", " + time(meeting.start()) + " – " + time(meeting.end());
    }

    /** @return BOOKED, PAST or CANCELLED */
    public String getState() {
        return !meeting.isBooked() ? "CANCELLED" : meeting.isPast(clock.instant()) ? "PAST" : "BOOKED";
    }

    /** @return the address of this page, to which its forms are posted */
    public String getAddress() {
        return request.getContextPath() + "/meeting/" + token;
    }

    /** @return the chosen zone */
    public String getZone() {
        return zone.getId();
    }

    /** @return the zones to choose from */
    public List<String> getZones() {
        return Stream.concat(Stream.of(zone.getId(), "UTC"),
            ZoneId.getAvailableZoneIds().stream().filter(id -> id.matches("(Africa|America|Antarctica|Asia|"
                + "Atlantic|Australia|Europe|Indian|Pacific)/.*")).sorted())
            .distinct().toList();
    }

    /** @return the slots to which the meeting can be moved, by day */
    public List<Day> getDays() {
        return days;
    }

    /** @return whether later days were requested */
    public boolean isLater() {
        return request.getParameter("later") != null;
    }

    /** @return what was just done, or null */
    public String getDone() {
        return oneOf(request.getParameter("done"), "moved", "cancelled");
    }

    /** @return what just failed, or null */
    public String getProblem() {
        return oneOf(request.getParameter("problem"), "SLOT_TAKEN", "MEETING_OVER", "TOO_MANY_INVITATIONS", "OTHER");
    }

    private static String oneOf(String value, String... known) {
        return Stream.of(known).filter(one -> one.equals(value)).findFirst().orElse(null);
    }
}
