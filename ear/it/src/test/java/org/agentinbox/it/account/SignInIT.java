package org.agentinbox.it.account;

import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that everything requires a sign-in except what is meant for visitors, and that signing out closes all that was open on the sign-in.
 */
class SignInIT {

    private final Installation installation = Installation.shared();

    private HttpResponse<String> get(String path, String cookie) {
        return People.get(installation, path, cookie);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "index.xhtml", "index", "password", "password.xhtml", "profile", "profile.xhtml",
        "admin/agents", "admin/agents.xhtml", "settings", "meetings", "reports", "no/such/page", "password-change", "view-expired",
        "signin/", "demo/../password", "assets/../password",
        "SIGNIN"})
    void everyPageAsksForSignIn(String path) {
        HttpResponse<String> answer = get(path, null);
        assertEquals(302, answer.statusCode(), answer.body());
        assertTrue(location(answer).contains("/inbox/signin?return="), location(answer));
        assertFalse(answer.body().contains("Conversations"));
    }

    /** Some clients do not resolve dot segments; such paths must not get around the check. */
    @ParameterizedTest
    @ValueSource(strings = {"assets/..;/password", "assets/..;/index.xhtml", "assets/%2e%2e/index.xhtml", "demo/..;/admin/agents.xhtml",
        "signin;x=/../password", "signin/..;/index.xhtml"})
    void detoursAreRefusedOrAskForSignIn(String path) {
        HttpResponse<String> answer = get(path, null);
        assertTrue(answer.statusCode() == 400 || answer.statusCode() == 302 && location(answer).contains("/inbox/signin?return="),
            answer.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/v1/me", "api/v1/conversations", "api/v1/conversations?scope=ALL", "api/v1/conversations/x/transcript.txt",
        "api/v1/agents/1/photo/../../../me", "api/v1//me"})
    void restAsksForSignIn(String path) {
        assertEquals(401, get(path, null).statusCode());
        assertEquals(401, get(path, "agentinbox-sign-in=" + "A".repeat(43)).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/v1/nothing", "api/v1/me;x=agents/1/photo", "api/v1/agents/x/photo/more", "api/v1/agents/x/photo"})
    void restTellsNothingUnderOtherPaths(String path) {
        assertEquals(404, get(path, null).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"signin", "widget.js", "asyncapi.yaml", "demo/", "assets/css/base.css", "assets/texts/inbox.json"})
    void whatVisitorsNeedIsOpen(String path) {
        assertEquals(200, get(path, null).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEB-INF/web.xml", "WEB-INF/parts/account.xhtml", "WEB-INF/templates/page.xhtml", "META-INF/MANIFEST.MF",
        "assets/../WEB-INF/web.xml",
        "assets/%2e%2e/WEB-INF/web.xml", "WEB-INF/parts/account", "web-inf/web.xml", "jakarta.faces.resource/../WEB-INF/web.xml.xhtml",
        "jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF", "WEB-INF;/web.xml", "WEB-INF/classes/org/agentinbox/texts/inbox.properties"})
    void theInsideIsNotServed(String path) {
        HttpResponse<String> answer = get(path, People.cookie(installation, "sam"));
        assertTrue(answer.statusCode() == 404 || answer.statusCode() == 403 || answer.statusCode() == 400,
            path + ": " + answer.statusCode());
        assertFalse(answer.body().contains("<web-app") || answer.body().contains("ui:composition"), answer.body());
    }

    @Test
    void administrationIsForSalesAdmins() {
        assertEquals(403, get("admin/agents", People.cookie(installation, "ana")).statusCode());
        assertEquals(403, get("admin/agents", People.cookie(installation, "mia")).statusCode());
        assertEquals(403, get("admin/anything", People.cookie(installation, "cal")).statusCode());
        assertNotEquals(403, get("admin/agents", People.cookie(installation, "sam")).statusCode());
    }

    @Test
    void teamsAreForSalesAdminsAndRulesForMarketingAdminsToo() {
        for (String page : List.of("admin/teams", "admin/teams.xhtml", "admin/rules", "admin/rules.xhtml", "admin/outcomes",
            "admin/outcomes.xhtml")) {
            assertEquals(403, get(page, People.cookie(installation, "ana")).statusCode(), page);
            assertEquals(403, get(page, People.cookie(installation, "cal")).statusCode(), page);
            assertEquals(page.startsWith("admin/teams") ? 403 : 200, get(page, People.cookie(installation, "mia")).statusCode(), page);
            assertEquals(200, get(page, People.cookie(installation, "sam")).statusCode(), page);
        }
    }

    @Test
    void theCookieIsKeptFromScriptsAndOtherSites() {
        HttpResponse<String> answer = People.post(installation, "sign-in", null, "userName", "ana", "password", "demo");
        String cookie = answer.headers().allValues("Set-Cookie").stream().filter(c -> c.startsWith("agentinbox-sign-in=")).findFirst()
            .orElseThrow();
        assertTrue(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.toLowerCase(Locale.ROOT).contains("path=/inbox/"),
            cookie);
        assertEquals("/inbox/", location(answer).replaceFirst("^http://[^/]+", ""));
    }

    @Test
    void twoSignInsHaveTwoTokens() {
        assertNotEquals(People.signIn(installation, "ana", "demo"), People.signIn(installation, "ANA", "demo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/inbox/", "/\\evil.example", "/inbox/../evil", "/inbox/%2e%2e/evil",
        "javascript:alert(1)",
        "/inbox/\r\nX-Evil: 1", "/inboxer"})
    void signingInLeadsToOurOwnPagesOnly(String wanted) {
        HttpResponse<String> answer = People.post(installation, "sign-in", null, "userName", "ana", "password", "demo", "return", wanted);
        assertEquals("/inbox/", location(answer).replaceFirst("^" + installation.origin(), ""));
        assertTrue(answer.headers().firstValue("X-Evil").isEmpty());
        HttpResponse<String> theme = People.post(installation, "preferences", null, "theme", "dark", "return", wanted);
        assertEquals("/inbox/", location(theme).replaceFirst("^" + installation.origin(), ""));
    }

    @Test
    void signingInLeadsBackToTheWantedPage() {
        HttpResponse<String> answer = People.post(installation, "sign-in", null, "userName", "ana", "password", "demo", "return",
            "/inbox/password?x=1");
        assertEquals(installation.origin() + "/inbox/password?x=1",
            location(answer).startsWith("/") ? installation.origin() + location(answer) : location(answer));
    }

    @Test
    void signingOutEndsTheSocketAndTheCookie() {
        String cookie = People.signIn(installation, "chae", "demo");
        String other = People.signIn(installation, "chae", "demo");
        try (SocketClient gone = People.hello(SocketClient.agent(installation, cookie));
            SocketClient stays = People.hello(SocketClient.agent(installation, other))) {
            assertEquals(302, People.post(installation, "sign-out", cookie).statusCode());
            assertEquals(1008, gone.awaitClose());
            assertEquals(401, get("api/v1/me", cookie).statusCode());
            assertEquals(401, SocketClient.status(installation, "ws/agent", installation.origin(), cookie));
            assertEquals(302, get("", cookie).statusCode());
            stays.send(frame("hello")).await("welcome");
            assertEquals(200, get("api/v1/me", other).statusCode());
        }
    }

    @Test
    void signingOutWithoutASignInDoesNothing() {
        assertEquals(302, People.post(installation, "sign-out", null).statusCode());
        assertEquals(302, People.post(installation, "sign-out", "agentinbox-sign-in=x").statusCode());
    }

    @Test
    void signingInTakesAPost() {
        assertEquals(405, get("sign-in?userName=ana&password=demo", null).statusCode());
        assertEquals(405, get("sign-out", People.cookie(installation, "ana")).statusCode());
    }
}
