package org.agentinbox.meeting.caldav;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

/** The connection of an agent to their calendar. */
@Entity
@Table(name = "calendar_connection")
class CalendarConnection {

    private static final int LONGEST_DETAIL = 200;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    @Id
    private UUID accountId;
    private UUID id;
    private String address;
    private String userName;
    private byte[] password;
    private String calendarUrl;
    private String calendarName;
    private String syncToken;
    private Instant lookedUntil;
    private Instant syncedAt;
    @Enumerated(EnumType.STRING)
    private CalendarProblem problem;
    private String problemDetail;
    private Instant problemAt;
    private int failures;
    @ElementCollection
    @CollectionTable(name = "calendar_found", joinColumns = @JoinColumn(name = "account_id"))
    private Set<StoredCalendar> found = new HashSet<>();

    protected CalendarConnection() {}

    CalendarConnection(UUID accountId, UUID id, String address, String userName, byte[] password) {
        this.accountId = accountId;
        this.id = id;
        this.address = address;
        this.userName = userName;
        this.password = password;
    }

    /** They are not many, and their address is short enough to be kept. */
    void found(List<FoundCalendar> calendars) {
        found.clear();
        calendars.stream().map(StoredCalendar::new).forEach(found::add);
        works();
    }

    /** @return whether there is such a calendar */
    boolean choose(String url) {
        StoredCalendar chosen = found.stream().filter(c -> c.view().url().equals(url)).findFirst().orElse(null);
        if (chosen != null) {
            calendarUrl = url;
            calendarName = chosen.view().name();
            syncToken = null;
            lookedUntil = null;
        }
        return chosen != null;
    }

    void failed(CalendarProblem what, String detail, Instant now) {
        problemAt = problem == null ? now : problemAt;
        problem = what;
        problemDetail = detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
        failures++;
    }

    private void works() {
        problem = null;
        problemDetail = null;
        problemAt = null;
        failures = 0;
    }

    void unchanged(Instant now) {
        syncedAt = now;
        works();
    }

    void synced(String state, Instant until, Instant now) {
        syncToken = state;
        lookedUntil = until;
        unchanged(now);
    }

    /** A server that does not answer is asked less often; one that knows us no more is not asked so often that it locks the account. */
    Duration pause(Duration poll) {
        Duration pause = poll.multipliedBy(1L << Math.min(failures, 5));
        Duration most = poll.compareTo(LONGEST_PAUSE) > 0 ? poll : LONGEST_PAUSE;
        return pause.compareTo(most) > 0 ? most : pause;
    }

    UUID accountId() {
        return accountId;
    }

    UUID id() {
        return id;
    }

    String address() {
        return address;
    }

    String userName() {
        return userName;
    }

    byte[] password() {
        return password;
    }

    String calendarUrl() {
        return calendarUrl;
    }

    String syncToken() {
        return syncToken;
    }

    Instant lookedUntil() {
        return lookedUntil;
    }

    CalendarProblem problem() {
        return problem;
    }

    /** @param notice what the owner should read of a meeting there, or null */
    ConnectionView view(String notice) {
        List<FoundCalendar> calendars = found.stream().map(StoredCalendar::view).sorted(Comparator.comparing(FoundCalendar::name)).toList();
        ConnectionView.State state = calendarUrl != null ? problem == null ? ConnectionView.State.CONNECTED : ConnectionView.State.LOST
            : !calendars.isEmpty() ? ConnectionView.State.CHOOSING
                : problem == null ? ConnectionView.State.CONNECTING : ConnectionView.State.FAILED;
        return new ConnectionView(state, address, userName, calendars, calendarUrl, calendarName, syncedAt, problem, problemDetail,
            problemAt, notice);
    }
}
