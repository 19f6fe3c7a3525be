package org.agentinbox.web.meeting;

import static org.agentinbox.web.platform.PageMessages.locale;
import static org.agentinbox.web.platform.PageMessages.text;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Set;

import org.agentinbox.meeting.CalendarService;
import org.agentinbox.meeting.caldav.CalendarConnections;
import org.agentinbox.meeting.caldav.ConnectionView;
import org.agentinbox.meeting.caldav.FoundCalendar;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.PageMessages;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** The form and the state of the reader's connected calendar. Nothing here waits for a calendar server. */
@Named
@ViewScoped
public class CalendarConnectionPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<ConnectionView.State> CHOSEN = Set.of(ConnectionView.State.CONNECTED, ConnectionView.State.LOST);

    @EJB
    private transient CalendarConnections connections;
    @EJB
    private transient CalendarService calendars;
    private transient ConnectionView connection;
    private String address;
    private String user;
    private String password;
    private String chosen;

    @PostConstruct
    void load() {
        look();
        if (connection != null) {
            address = connection.address();
            user = connection.userName();
        }
    }

    /** Loads the present state. */
    public void look() {
        connection = connections.mine().orElse(null);
    }

    private ConnectionView connection() {
        if (connection == null) {
            look();
        }
        return connection;
    }

    /** Begins to connect; the result is shown later. */
    public void connect() {
        try {
            connections.connect(address, user, password);
        } catch (RefusedException e) {
            String why = e.field() == null ? "meeting.connected.impossible" : "meeting.connected.wrong." + e.field();
            PageMessages.refuse("connected", text(why));
        } finally {
            password = null;
        }
        look();
    }

    /** Takes the calendar that was chosen. */
    public void choose() {
        if (chosen != null) {
            connections.choose(chosen);
        }
        look();
    }

    /** Has the calendar server asked again now. */
    public void tryAgain() {
        connections.tryAgain();
        look();
    }

    /** Removes the connection. */
    public void disconnect() {
        connections.disconnect();
        look();
    }

    /** @return whether this installation can store passwords */
    public boolean isPossible() {
        return connections.isPossible();
    }

    /** @return NONE, CONNECTING, FAILED, CHOOSING, CONNECTED or LOST */
    public String getState() {
        return connection() == null ? "NONE" : connection().state().name();
    }

    /** @return whether a result is awaited */
    public boolean isWaiting() {
        return connection() != null
            && (connection().state() == ConnectionView.State.CONNECTING || connection().state() == ConnectionView.State.CONNECTED
                && connection().syncedAt() == null);
    }

    /** @return whether bookings are written to it */
    public boolean isConnected() {
        return connection() != null && CHOSEN.contains(connection().state());
    }

    /** @return the state in a sentence */
    public String getStanding() {
        ConnectionView c = connection();
        return switch (c.state()) {
            case CONNECTING -> text("meeting.connected.CONNECTING", c.address());
            case CHOOSING -> text("meeting.connected.CHOOSING", c.userName(), c.address());
            case FAILED -> text("meeting.connected.FAILED", c.address());
            case LOST -> text("meeting.connected.LOST", c.calendarName(), when(c.problemAt()));
            case CONNECTED -> c.syncedAt() == null ? text("meeting.connected.first", c.calendarName())
                : text("meeting.connected.CONNECTED", c.calendarName(), when(c.syncedAt()));
        };
    }

    /** @return what is wrong, in words; null where nothing is */
    public String getProblem() {
        ConnectionView c = connection();
        return c == null || c.problem() == null ? null
            : text("meeting.connected.problem." + c.problem(), c.detail() == null ? "" : "(" + c.detail() + ")").strip();
    }

    /** @return a message about a change in the calendar that could not be applied, or null */
    public String getNotice() {
        return connection() == null ? null : connection().notice();
    }

    /** @return the calendars to choose from */
    public List<FoundCalendar> getFound() {
        return connection() == null ? List.of() : connection().found();
    }

    private String when(Instant at) {
        ZoneId zone = calendars.mine().zone();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale()).withZone(zone).format(at)
            + " (" + zone.getId() + ")";
    }

    /** @return the typed address */
    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    /** @return the user name at the calendar server */
    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    /** @return always null: a typed password is never sent back */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** @return the address of the selected calendar */
    public String getChosen() {
        return chosen != null ? chosen : connection() == null ? null : connection().calendarUrl();
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }
}
