package org.agentinbox.meeting.caldav;

import java.net.URI;
import java.time.Duration;

import org.agentinbox.platform.AllowedHosts;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.outbound.OutboundHttp;

import jakarta.annotation.PostConstruct;
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
    private OutboundHttp http;

    @PostConstruct
    void open() {
        http = new OutboundHttp(policy());
    }

    CalDavServer of(ConnectionSnapshot snapshot) throws CalDavException {
        if (snapshot.credentials() == null) {
            throw new CalDavException(CalendarProblem.KEY, null);
        }
        URI home = snapshot.calendar() == null ? snapshot.address() : snapshot.calendar();
        return new CalDavServer(new CalDavHttp(http, policy(), snapshot.credentials(), home, PER_ANSWER, IN_ALL));
    }

    CalDavAddressPolicy policy() {
        return new CalDavAddressPolicy(new AllowedHosts(settings.caldavHosts()));
    }
}
