package org.agentinbox.meeting.caldav;

import static org.agentinbox.meeting.caldav.MultiStatus.CALDAV;
import static org.agentinbox.meeting.caldav.MultiStatus.CALENDAR_SERVER;
import static org.agentinbox.meeting.caldav.MultiStatus.DAV;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What we ask of a CalDAV server (RFC 4791). Each method waits for it, see {@link CalDavHttp}. */
final class CalDavServer {

    /**
     * What became of a writing.
     *
     * @param done false: something else is there by now, or nothing any more, and nothing was written
     * @param etag of what is there now, or null where the server did not say
     */
    record Written(boolean done, String etag) {}

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_NAME = 200;
    private static final String WELL_KNOWN = "/.well-known/caldav";
    private static final String ABOUT = """
        <?xml version="1.0" encoding="utf-8"?>
        <d:propfind xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/">\
        <d:prop><d:resourcetype/>\
        <d:displayname/><d:current-user-principal/><c:calendar-home-set/><c:supported-calendar-component-set/><d:sync-token/><s:getctag/>\
        </d:prop></d:propfind>""";
    private static final String BETWEEN = """
        <?xml version="1.0" encoding="utf-8"?>
        <c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter>\
        <c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:time-range start="%s" end="%s"/></c:comp-filter></c:comp-filter>\
        </c:filter></c:calendar-query>""";

    private final CalDavHttp http;

    CalDavServer(CalDavHttp http) {
        this.http = http;
    }

    /**
     * @param address of a calendar, of its owner, or of the server
     * @return the calendars there that take events; at least one
     */
    List<FoundCalendar> find(URI address) throws CalDavException {
        Optional<MultiStatus.Item> here = about(address);
        if (here.filter(i -> i.isCalendar() && i.takesEvents()).isPresent()) {
            return List.of(found(address, here.get()));
        }
        Optional<URI> home = here.isPresent() ? home(address, here.get()) : Optional.empty();
        if (home.isEmpty()) {
            URI known = http.resolve(address, WELL_KNOWN);
            Optional<MultiStatus.Item> there = about(known);
            home = there.isPresent() ? home(known, there.get()) : Optional.empty();
        }
        if (home.isEmpty()) {
            throw new CalDavException(here.isEmpty() ? CalendarProblem.NOT_FOUND : CalendarProblem.NO_CALENDARS, null);
        }
        List<FoundCalendar> found = new ArrayList<>();
        for (MultiStatus.Item item : propfind(home.get(), "1").map(MultiStatus::items).orElse(List.of())) {
            if (item.isCalendar() && item.takesEvents()) {
                found.add(found(http.resolve(home.get(), item.href()), item));
            }
        }
        if (found.isEmpty()) {
            throw new CalDavException(CalendarProblem.NO_CALENDARS, null);
        }
        return found;
    }

    private Optional<URI> home(URI address, MultiStatus.Item item) throws CalDavException {
        Optional<String> home = item.href(CALDAV, "calendar-home-set");
        URI base = address;
        if (home.isEmpty()) {
            Optional<String> principal = item.href(DAV, "current-user-principal");
            if (principal.isEmpty()) {
                return Optional.empty();
            }
            base = http.resolve(address, principal.get());
            home = about(base).flatMap(p -> p.href(CALDAV, "calendar-home-set"));
        }
        return home.isEmpty() ? Optional.empty() : Optional.of(http.resolve(base, home.get()));
    }

    private static FoundCalendar found(URI uri, MultiStatus.Item item) {
        String text = uri.toString();
        String name = item.text(DAV, "displayname").orElse(uri.getPath());
        return new FoundCalendar(text.endsWith("/") ? text : text + "/",
            name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME));
    }

    private Optional<MultiStatus.Item> about(URI uri) throws CalDavException {
        return propfind(uri, "0").flatMap(answer -> answer.items().stream().findFirst());
    }

    private Optional<MultiStatus> propfind(URI uri, String depth) throws CalDavException {
        CalDavHttp.Answer answer = http.send("PROPFIND", uri, Map.of("Depth", depth, "Content-Type", "application/xml; charset=utf-8"),
            ABOUT);
        if (answer.status() == 404 || answer.status() == 405 || answer.status() == 410) {
            return Optional.empty();
        }
        return Optional.of(multiStatus(answer));
    }

    private static MultiStatus multiStatus(CalDavHttp.Answer answer) throws CalDavException {
        if (answer.status() != 207) {
            throw new CalDavException(CalendarProblem.NONSENSE, "HTTP " + answer.status());
        }
        return MultiStatus.parse(answer.text());
    }

    /** @return what changes with everything in that calendar (RFC 6578, or what servers had before it); empty where it has no such thing */
    Optional<String> state(URI calendar) throws CalDavException {
        MultiStatus.Item item = about(calendar).filter(MultiStatus.Item::isCalendar)
            .orElseThrow(() -> new CalDavException(CalendarProblem.NOT_FOUND, null));
        return item.text(DAV, "sync-token").or(() -> item.text(CALENDAR_SERVER, "getctag"));
    }

    /** @return the events that meet a time, each as a whole with all its occurrences */
    List<CalendarResource> between(URI calendar, Instant from, Instant to) throws CalDavException {
        MultiStatus answer = multiStatus(
            http.send("REPORT", calendar, Map.of("Depth", "1", "Content-Type", "application/xml; charset=utf-8"),
                BETWEEN.formatted(UTC.format(from), UTC.format(to))));
        List<CalendarResource> objects = new ArrayList<>();
        for (MultiStatus.Item item : answer.items()) {
            Optional<String> text = item.text(CALDAV, "calendar-data");
            if (text.isPresent()) {
                objects.add(new CalendarResource(http.resolve(calendar, item.href()).toString(), item.text(DAV, "getetag").orElse(null),
                    text.get()));
            }
        }
        return objects;
    }

    /** @return what is there now; empty where there is nothing */
    Optional<CalendarResource> get(URI href) throws CalDavException {
        CalDavHttp.Answer answer = http.send("GET", href, Map.of(), null);
        if (answer.status() == 404 || answer.status() == 410) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw new CalDavException(CalendarProblem.SERVER, "HTTP " + answer.status());
        }
        return Optional.of(new CalendarResource(href.toString(), answer.header("ETag"), answer.text()));
    }

    /** @param etag of what it replaces; null: nothing is there yet */
    Written put(URI href, String text, String etag) throws CalDavException {
        CalDavHttp.Answer answer = http.send("PUT", href, Map.of("Content-Type", "text/calendar; charset=utf-8",
            etag == null ? "If-None-Match" : "If-Match", etag == null ? "*" : etag), text);
        if (answer.status() == 412 || answer.status() == 409) {
            return new Written(false, null);
        }
        if (!answer.isGood()) {
            throw new CalDavException(answer.status() == 404 ? CalendarProblem.NOT_FOUND : CalendarProblem.SERVER,
                "HTTP " + answer.status());
        }
        return new Written(true, answer.header("ETag"));
    }

    /** Where there is nothing, nothing happens. */
    void delete(URI href) throws CalDavException {
        CalDavHttp.Answer answer = http.send("DELETE", href, Map.of(), null);
        if (!answer.isGood() && answer.status() != 404 && answer.status() != 410) {
            throw new CalDavException(CalendarProblem.SERVER, "HTTP " + answer.status());
        }
    }
}
