package org.agentinbox.web.inbox;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.account.CurrentUser;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/** Who reads a page of the inbox: in which language and zone, with which panels folded, and which conversation they ask for. */
@Named("reader")
@RequestScoped
public class PageReader {

    private static final String ZONE = "agentinbox-zone";
    private static final String FOLDED = "agentinbox-folded";

    @Inject
    private CurrentUser user;
    @Inject
    private HttpServletRequest request;
    @Inject
    private Clock clock;
    private InboxTexts texts;
    private ReaderTimes times;

    @PostConstruct
    void read() {
        texts = new InboxTexts(Locale.forLanguageTag(user.getLanguage()));
        times = new ReaderTimes(texts, zone(), clock.instant());
    }

    InboxTexts texts() {
        return texts;
    }

    ReaderTimes times() {
        return times;
    }

    UUID me() {
        return UUID.fromString(user.getId());
    }

    /** The zone of the browser, which its script keeps in a cookie: before it did so once, UTC. */
    private ZoneId zone() {
        return cookie(ZONE).flatMap(value -> {
            try {
                return Optional.of(ZoneId.of(value));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }).orElse(ZoneId.of("UTC"));
    }

    private Optional<String> cookie(String name) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(name)).findFirst().map(Cookie::getValue);
    }

    /**
     * @param loading what to load of a conversation by its id
     * @return the same of the conversation that the request names; empty where it names none, or one that is gone or somebody else's
     */
    <T> Optional<T> asked(Function<UUID, T> loading) {
        try {
            return Ids.parse(request.getParameter("c")).map(loading);
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    /** Another parameter of the request; null where there is none. */
    String parameter(String name) {
        return request.getParameter(name);
    }

    /** The same as an instant; null where it is none. */
    Instant instant(String name) {
        try {
            String value = parameter(name);
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * @param panel id of a component
     * @return whether the person folded it in this browser, whose script keeps that in a cookie
     */
    public boolean isFolded(String panel) {
        return keeps(panel);
    }

    /**
     * @param part in a panel that is folded until somebody unfolds it
     * @return whether the person did so in this browser
     */
    public boolean isUnfolded(String part) {
        return keeps(part + "-open");
    }

    private boolean keeps(String name) {
        return cookie(FOLDED).filter(value -> List.of(value.split("\\.")).contains(name)).isPresent();
    }
}
