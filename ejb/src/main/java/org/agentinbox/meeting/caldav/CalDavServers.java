package org.agentinbox.meeting.caldav;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

import org.agentinbox.platform.AllowedHosts;
import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Opens talks with calendar servers. */
@ApplicationScoped
class CalDavServers {

    private static final Duration PER_ANSWER = Duration.ofSeconds(15);
    /** Less than an outbox row is left to one sender. */
    private static final Duration IN_ALL = Duration.ofSeconds(45);

    @Inject
    private Settings settings;
    private final HttpClient http = CalDavHttp.client();

    CalDavServer of(Work work) throws CalDavException {
        if (work.login() == null) {
            throw new CalDavException(CalendarProblem.KEY, null);
        }
        URI home = work.calendar() == null ? work.address() : work.calendar();
        return new CalDavServer(new CalDavHttp(http, doors(), work.login(), home, PER_ANSWER, IN_ALL));
    }

    CalDavDoors doors() {
        return new CalDavDoors(new AllowedHosts(settings.caldavHosts()));
    }
}
