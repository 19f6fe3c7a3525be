package org.agentinbox.meeting.caldav;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.agentinbox.platform.outbound.OutboundException;
import org.agentinbox.platform.outbound.OutboundHttp;

/**
 * Speaks HTTP with one calendar server, for one piece of work that must be over in time, whatever that server does. The password goes to no
 * other host, scheme or port than that of the first address.
 */
final class CalDavHttp {

    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int MOST_REDIRECTS = 3;
    private static final Set<String> READING = Set.of("GET", "PROPFIND", "REPORT");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** What a server answered. */
    record Answer(URI uri, int status, Map<String, String> headers, String text) {

        /** @return a header, or null */
        String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }

        boolean isGood() {
            return status / 100 == 2;
        }
    }

    private final OutboundHttp http;
    private final CalDavAddressPolicy policy;
    private final Credentials credentials;
    private final URI home;
    private final long perAnswer;
    private final long end;

    /**
     * @param home an address at the server
     * @param perAnswer how long one answer may take
     * @param inAll how long all of them may take
     */
    CalDavHttp(OutboundHttp http, CalDavAddressPolicy policy, Credentials credentials, URI home, Duration perAnswer, Duration inAll) {
        this.http = http;
        this.policy = policy;
        this.credentials = credentials;
        this.home = home;
        this.perAnswer = perAnswer.toNanos();
        this.end = System.nanoTime() + inAll.toNanos();
    }

    /**
     * @param body or null
     * @return the answer, whatever its status, unless that tells of a problem
     */
    Answer send(String method, URI uri, Map<String, String> headers, String body) throws CalDavException {
        Answer answer = answered(method, uri, headers, body);
        for (int i = 0; REDIRECTS.contains(answer.status()); i++) {
            String location = answer.header("Location");
            if (i == MOST_REDIRECTS || location == null) {
                throw new CalDavException(CalendarProblem.NONSENSE, "redirects");
            }
            answer = answered(method, resolve(answer.uri(), location), headers, body);
        }
        return checked(answer);
    }

    private static Answer checked(Answer answer) throws CalDavException {
        if (answer.status() == 401 || answer.status() == 403) {
            throw new CalDavException(CalendarProblem.PASSWORD, "HTTP " + answer.status());
        }
        if (answer.status() >= 500 || answer.status() == 429) {
            throw new CalDavException(CalendarProblem.SERVER, "HTTP " + answer.status());
        }
        return answer;
    }

    /** @return where a reference leads, which must be at the same server */
    URI resolve(URI base, String reference) throws CalDavException {
        try {
            URI uri = base.resolve(reference.strip());
            if (!origin(uri).equals(origin(home))) {
                throw new CalDavException(CalendarProblem.ELSEWHERE, uri.getHost());
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw new CalDavException(CalendarProblem.NONSENSE, "an unusable address");
        }
    }

    private static String origin(URI uri) {
        int port = uri.getPort() != -1 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return (uri.getScheme() + "://" + uri.getHost() + ":" + port).toLowerCase(Locale.ROOT);
    }

    /** Servers may close a connection just as a request comes; what only reads is asked again (RFC 9110, section 9.2.2). */
    private Answer answered(String method, URI uri, Map<String, String> headers, String body) throws CalDavException {
        try {
            return once(method, uri, headers, body);
        } catch (CutOffException e) {
            if (READING.contains(method)) {
                return once(method, uri, headers, body);
            }
            throw e;
        }
    }

    private Answer once(String method, URI uri, Map<String, String> headers, String body) throws CalDavException {
        policy.check(uri);
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", credentials.basic());
        long patience = Math.min(perAnswer, end - System.nanoTime());
        if (patience <= 0) {
            throw new CalDavException(CalendarProblem.SLOW, null);
        }
        try {
            OutboundHttp.Answer answer = http.send(method, uri, all, body == null ? null : body.getBytes(UTF_8),
                new OutboundHttp.Bounds(Duration.ofNanos(patience), LARGEST));
            return new Answer(uri, answer.status(), answer.headers(), new String(answer.body(), UTF_8));
        } catch (OutboundException e) {
            throw failure(e.problem(), uri);
        }
    }

    private static CalDavException failure(OutboundException.Problem problem, URI uri) {
        return switch (problem) {
            case FORBIDDEN -> new CalDavException(CalendarProblem.ADDRESS, uri.getHost());
            case UNREACHABLE -> new CalDavException(CalendarProblem.UNREACHABLE, uri.getHost());
            case TLS -> new CalDavException(CalendarProblem.UNREACHABLE, "TLS");
            case SLOW -> new CalDavException(CalendarProblem.SLOW, null);
            case TOO_LARGE -> new CalDavException(CalendarProblem.TOO_LARGE, null);
            case NO_HTTP -> new CalDavException(CalendarProblem.NONSENSE, "no HTTP");
            case CUT_OFF -> new CutOffException();
        };
    }

    /** The server closed the connection before it had answered. */
    private static final class CutOffException extends CalDavException {

        private static final long serialVersionUID = 1L;

        private CutOffException() {
            super(CalendarProblem.UNREACHABLE, null);
        }
    }
}
