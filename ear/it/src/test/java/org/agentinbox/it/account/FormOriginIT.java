package org.agentinbox.it.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that forms sent from another site's page have no effect. */
class FormOriginIT {

    private static final String FOREIGN = "https://evil.example";

    private final Installation installation = Installation.shared();

    private HttpResponse<String> post(String path, String origin, String cookie, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve(path)).header("Origin", origin)
            .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return People.call(request);
    }

    @ParameterizedTest
    @CsvSource({"sign-in, userName=ana&password=demo", "sign-in, userName=ana&password=wrong", "sign-out, ''",
        "preferences, locale=ko&theme=dark", "password-change, current=demo&password=x&repeat=x", "signin, ''",
        "passkey-sign-in, response=x", "passkey-add, response=x", "passkey-add/options, current=demo", "admin/agents, ''",
        "profile-photo, remove=true", "sign-in;x=y, userName=ana&password=demo", "api.xhtml, ''"})
    void fromAnotherSiteNothingIsDone(String path, String body) {
        HttpResponse<String> answer = post(path, FOREIGN, People.cookie(installation, "sam"), body);
        assertEquals(403, answer.statusCode());
        assertTrue(answer.headers().allValues("Set-Cookie").stream().noneMatch(cookie -> cookie.startsWith("agentinbox-")),
            answer.headers().map().toString());
        assertTrue(answer.body().contains("Not sent from here"), answer.body());
        assertEquals(200, People.get(installation, "api/v1/me", People.cookie(installation, "sam")).statusCode());
    }

    @Test
    void aForeignSignOutEndsNothing() {
        String cookie = People.signIn(installation, "ben", "demo");
        assertEquals(403, post("sign-out", FOREIGN, cookie, "").statusCode());
        assertEquals(200, People.get(installation, "api/v1/me", cookie).statusCode());
        assertEquals(302, post("sign-out", installation.origin(), cookie, "").statusCode());
        assertEquals(401, People.get(installation, "api/v1/me", cookie).statusCode());
    }

    /** These headers resemble the product's origin; browsers send {@code null} from frames without an origin and from files. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "", "http://localhost.evil.example", "http://evil.example?localhost", "x"})
    void whatOnlyLooksLikeOursIsAnotherSite(String origin) {
        assertEquals(403, post("preferences", origin, null, "theme=dark").statusCode());
    }

    @Test
    void anotherPortIsAnotherSite() {
        assertEquals(403, post("preferences", installation.origin().replaceFirst(":\\d+$", ":1"), null, "theme=dark").statusCode());
    }

    @Test
    void fromOurOwnPagesAllIsDone() {
        assertEquals(302, post("preferences", installation.origin(), null, "theme=dark").statusCode());
        HttpResponse<String> in = post("sign-in", installation.origin(), null, "userName=cal&password=demo");
        assertTrue(in.headers().allValues("Set-Cookie").stream().anyMatch(cookie -> cookie.startsWith("agentinbox-sign-in=")),
            in.headers().map().toString());
    }
}
