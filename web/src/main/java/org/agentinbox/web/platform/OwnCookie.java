package org.agentinbox.web.platform;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A cookie of ours: kept from scripts. Over HTTPS it has the prefix {@code __Host-}, by which a browser knows that no other host and no
 * connection that is not secure has set it (RFC 6265bis, section 4.1.3.2), and is read by that name only. Over HTTP, as on one's own
 * machine, not every browser would take such a cookie, so it goes by its plain name. Which of them a connection is says
 * {@code isSecure()}: what the browser speaks, to us or to a proxy of ours ({@link ForwardedRequests}).
 *
 * @param name without the prefix
 * @param sameSite {@code Lax} or {@code Strict} (RFC 6265bis, section 5.6.7)
 */
public record OwnCookie(String name, String sameSite) {

    static final String PREFIX = "__Host-";

    /** @return what the browser sent */
    public Optional<String> read(HttpServletRequest request) {
        String expected = name(request);
        Cookie[] cookies = request.getCookies();
        return cookies == null ? Optional.empty()
            : Arrays.stream(cookies).filter(c -> expected.equals(c.getName())).map(Cookie::getValue).findFirst();
    }

    /** Has the browser keep a value for so long; zero: forget it. */
    public void write(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
        Cookie cookie = new Cookie(name(request), value);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setPath(request.isSecure() ? "/" : request.getContextPath() + "/");
        cookie.setMaxAge(Math.toIntExact(life.toSeconds()));
        cookie.setAttribute("SameSite", sameSite);
        response.addCookie(cookie);
    }

    private String name(HttpServletRequest request) {
        return request.isSecure() ? PREFIX + name : name;
    }
}
