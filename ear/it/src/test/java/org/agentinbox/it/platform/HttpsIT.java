package org.agentinbox.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests cookies, security headers and caching headers, with HTTPS through a trusted proxy and without. */
class HttpsIT {

    private static final String SIGN_IN = "agentinbox-sign-in";
    private final Installation installation = Installation.proxied();

    private HttpRequest.Builder request(String path, boolean https, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve(path));
        if (https) {
            request.header("X-Forwarded-Proto", "https");
        }
        Optional.ofNullable(cookie).ifPresent(value -> request.header("Cookie", value));
        return request;
    }

    private HttpResponse<String> get(String path, boolean https, String cookie) {
        return People.call(request(path, https, cookie));
    }

    private HttpResponse<String> post(String path, boolean https, String body) {
        return People.call(request(path, https, null).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The same sign-in under the name of the HTTPS cookie. */
    private String secured(String userName) {
        return "__Host-" + People.newCookie(installation, userName);
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    private static void areOfThisHostOnly(List<String> cookies) {
        assertFalse(cookies.isEmpty());
        for (String cookie : cookies) {
            assertTrue(cookie.startsWith("__Host-") && cookie.matches("(?i).*; ?path=/(;.*|$)") && cookie.matches("(?i).*; ?secure(;.*|$)")
                && cookie.matches("(?i).*; ?httponly(;.*|$)") && cookie.matches("(?i).*; ?samesite=(lax|strict)(;.*|$)")
                && !cookie.matches("(?i).*; ?domain=.*"), cookie);
        }
    }

    @Test
    void allCookiesAreOfThisHostOnly() {
        List<String> signIn = cookies(post("sign-in", true, "userName=ana&password=demo"));
        assertEquals(2, signIn.size());
        areOfThisHostOnly(signIn);
        areOfThisHostOnly(cookies(post("sign-out", true, "")));
        areOfThisHostOnly(cookies(post("preferences", true, "locale=ko&theme=dark")));
        areOfThisHostOnly(cookies(get("admin/agents", true, secured("sam"))));
    }

    @Test
    void withoutHttpsTheyGoByTheirPlainNames() {
        List<String> cookies = cookies(post("sign-in", false, "userName=ana&password=demo"));
        assertEquals(Set.of(SIGN_IN, "agentinbox-device"),
            cookies.stream().map(c -> c.substring(0, c.indexOf('='))).collect(Collectors.toSet()));
        assertTrue(cookies.stream().noneMatch(c -> c.toLowerCase(Locale.ROOT).contains("secure")), cookies.toString());
        List<String> session = cookies(get("admin/agents", false, People.newCookie(installation, "sam")));
        assertTrue(session.size() == 1 && session.get(0).startsWith("JSESSIONID=") && session.get(0).contains("SameSite=Lax"),
            session.toString());
    }

    /** Another host of the same domain, or somebody on the network, could have set the cookie. */
    @Test
    void aCookieWithoutThePrefixIsNobodysOverHttps() {
        String plain = People.newCookie(installation, "ana");
        assertEquals(401, get("api/v1/me", true, plain).statusCode());
        assertEquals(200, get("api/v1/me", true, "__Host-" + plain).statusCode());
        assertEquals(200, get("api/v1/me", true, plain.replaceFirst("=.*", "=x") + "; __Host-" + plain).statusCode());
        assertEquals(200, get("api/v1/me", false, plain).statusCode());
        assertEquals(401, get("api/v1/me", false, "__Host-" + plain).statusCode());
    }

    @Test
    void theSessionIsFoundAgainByItsOwnNameOnly() {
        String signIn = secured("sam");
        String session = cookies(get("admin/agents", true, signIn)).get(0).replaceFirst(";.*", "");
        assertEquals(List.of(), cookies(get("admin/agents", true, signIn + "; " + session)));
        List<String> another = cookies(get("admin/agents", true, signIn + "; " + session.replace("__Host-", "")));
        assertTrue(another.size() == 1 && !another.get(0).startsWith(session), another.toString());
    }

    @Test
    void socketsOpenOverHttpsToo() {
        String cookie = secured("ana");
        assertEquals("101", handshake(cookie));
        assertEquals("401", handshake(cookie.replace("__Host-", "")));
    }

    private String handshake(String cookie) {
        try (RawClient client = new RawClient(installation)) {
            return client.request("GET /inbox/ws/agent", "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nOrigin: " + installation.origin()
                + "\r\nX-Forwarded-Proto: https\r\nCookie: " + cookie + "\r\n").readUntil("\r\n").split(" ")[1];
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"signin", "", "api/v1/me", "widget.js", "assets/css/base.css", "no/such/page", "demo/"})
    void httpsIsKeptToOnceItWasUsed(String path) {
        assertEquals(List.of("max-age=31536000"), get(path, true, secured("ana")).headers().allValues("Strict-Transport-Security"));
        assertEquals(List.of(), get(path, false, People.newCookie(installation, "ana")).headers().allValues("Strict-Transport-Security"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signin", "", "profile", "password", "settings", "meetings", "reports", "answers", "admin/agents", "admin/site",
        "admin/privacy", "admin/audit",
        "admin/topics", "admin/teams", "admin/rules", "no/such/page", "demo/", "widget.js", "assets/css/base.css", "api/v1/me",
        "api/v1/nothing", "asyncapi.yaml"})
    void thePolicyAllowsNothingButWhatItNames(String path) {
        List<String> policies = get(path, false, People.newCookie(installation, "sam")).headers().allValues("Content-Security-Policy");
        assertEquals(1, policies.size(), policies.toString());
        String policy = policies.get(0);
        assertTrue(
            policy.startsWith("default-src 'none'; ") && policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"),
            policy);
        String scripts = policy.replaceFirst(".*script-src ([^;]*).*", "$1").strip();
        assertTrue(scripts.matches("'self'( 'nonce-[A-Za-z0-9+/=-]+')?"), policy);
        assertEquals(policy.indexOf("script-src"), policy.lastIndexOf("script-src"), policy);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "signin", "no/such/page", "widget.js", "assets/css/base.css", "api/v1/me", "api/v1/nothing", "openapi.yaml"})
    void noAnswerIsTakenForAnotherKindTellsWhereItWasReadOrWhatTheServerIs(String path) {
        HttpHeaders headers = get(path, false, People.newCookie(installation, "ana")).headers();
        assertEquals(List.of("nosniff"), headers.allValues("X-Content-Type-Options"));
        assertEquals(List.of("same-origin"), headers.allValues("Referrer-Policy"));
        assertTrue(headers.firstValue("Content-Type").isPresent());
        List.of("Server", "X-Powered-By").forEach(name -> assertEquals(List.of(), headers.allValues(name), name));
    }

    /** An answer to TRACE would repeat the request's cookies. */
    @ParameterizedTest
    @ValueSource(strings = {"", "sign-in", "api/v1/me", "widget.js"})
    void requestsAreNotSentBack(String path) {
        int status = People
            .call(HttpRequest.newBuilder(installation.address().resolve(path)).method("TRACE", HttpRequest.BodyPublishers.noBody()))
            .statusCode();
        assertEquals(405, status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "signin", "profile", "settings", "reports", "admin/agents", "admin/privacy", "no/such/page", "api/v1/me",
        "api/v1/conversations",
        "api/v1/nothing"})
    void nobodyKeepsCopiesOfWhatIsPersonal(String path) {
        List<String> kept = get(path, false, People.newCookie(installation, "sam")).headers().allValues("Cache-Control");
        assertTrue(kept.size() == 1 && kept.get(0).contains("no-store"), kept.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"widget.js", "widget-booking.js"})
    void whatIsTheSameForEverybodyIsKept(String path) {
        String kept = get(path, false, null).headers().firstValue("Cache-Control").orElse("");
        assertFalse(kept.contains("no-store"), kept);
    }
}
