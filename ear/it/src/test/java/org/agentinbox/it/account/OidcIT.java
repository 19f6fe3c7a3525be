package org.agentinbox.it.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.nimbusds.jwt.JWTClaimsSet;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests whom a provider signs in, what of a hostile one is refused, and that sign-ins end with what they hang on. */
class OidcIT {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final HostileProvider PROVIDER = new HostileProvider();
    private static Installation installation;
    private final String person = "p" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        installation = Installation.start("oidc", Map.of("agentinbox.demo", "true", "agentinbox.secret-key",
            "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", "agentinbox.oidc.providers", "corp", "agentinbox.oidc.corp.issuer",
            PROVIDER.issuer(), "agentinbox.oidc.hosts", PROVIDER.issuer(), "agentinbox.oidc.corp.client-id", HostileProvider.CLIENT,
            "agentinbox.oidc.corp.roles", "agents=live-agent,admins=sales-admin", "agentinbox.oidc.corp.link-by-mail", "true",
            "agentinbox.oidc.corp.recheck", "PT3S"));
    }

    @AfterAll
    static void stop() {
        installation.close();
        PROVIDER.close();
    }

    @BeforeEach
    void reset() {
        PROVIDER.down = false;
        PROVIDER.refreshEnds = false;
        PROVIDER.refreshedBy(null);
        PROVIDER.userInfoSubject = person;
        PROVIDER.userInfo = Map.of();
        says(claims -> {});
    }

    private void says(Consumer<JWTClaimsSet.Builder> change) {
        PROVIDER.idToken = nonce -> PROVIDER.person(person, nonce, change);
    }

    private record Begun(Map<String, String> asked, String cookie) {}

    private static Begun begin(String wanted) {
        HttpResponse<String> start = People.get(installation, "oidc/start?provider=corp&return=" + wanted, null);
        Map<String, String> asked = HostileProvider.parameters(URI.create(location(start)).getRawQuery());
        assertEquals("S256", asked.get("code_challenge_method"));
        PROVIDER.asks(asked.get("nonce"));
        return new Begun(asked, cookie(start, "agentinbox-oidc"));
    }

    private static HttpResponse<String> come(Begun begun, String state, String issuer, String code) {
        return People.get(installation, "oidc/callback?state=" + state + "&code=" + code + (issuer == null ? "" : "&iss=" + issuer),
            begun.cookie());
    }

    private static HttpResponse<String> signIn(String wanted) {
        Begun begun = begin(wanted);
        return come(begun, begun.asked().get("state"), PROVIDER.issuer(), UUID.randomUUID().toString());
    }

    private static String enter() {
        HttpResponse<String> answer = signIn("/inbox/profile");
        assertTrue(location(answer).endsWith("/inbox/profile"), location(answer));
        return cookie(answer, "agentinbox-sign-in");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream().filter(one -> one.startsWith(name + "=")).findFirst().orElseThrow()
            .replaceFirst(";.*", "");
    }

    private static void refused(String problem, HttpResponse<String> answer) {
        assertTrue(location(answer).endsWith("problem=provider-" + problem), problem + ": " + location(answer));
        assertFalse(answer.headers().allValues("Set-Cookie").stream().anyMatch(one -> one.startsWith("agentinbox-sign-in")));
    }

    private static int me(String cookie) {
        return People.get(installation, "api/v1/me", cookie).statusCode();
    }

    private String column(String which) {
        return installation.query("SELECT " + which + " FROM account WHERE user_name = ?", person).stream().findFirst().orElse(null);
    }

    @Test
    void anAccountIsMadeAndFollowsTheProvider() {
        says(claims -> claims.claim("locale", "ko-KR").claim("roles",
            IntStream.range(0, 200).mapToObj(i -> i == 150 ? "agents" : "group-" + i).toList()));
        String cookie = enter();
        assertEquals(200, me(cookie));
        assertEquals("Person " + person, column("display_name"));
        assertEquals("ko", column("locale"));
        says(claims -> claims.claim("name", "Another").claim("locale", List.of(1)).claim("email", 5));
        enter();
        assertEquals("Another", column("display_name"));
        assertEquals(person + "@corp.example", column("email"));
        assertEquals(200, me(cookie));
        says(claims -> claims.claim("roles", Map.of("agents", true)));
        refused("no-role", signIn("/inbox/"));
        assertEquals(302, People.get(installation, "profile", cookie).statusCode());
    }

    @Test
    void tokensThatAreNotThoseAskedForLetNobodyIn() {
        Date past = Date.from(Instant.now().minusSeconds(600));
        Date future = Date.from(Instant.now().plusSeconds(600));
        List<Consumer<JWTClaimsSet.Builder>> bad = List.of(claims -> claims.audience("other"),
            claims -> claims.issuer("https://other.example"),
            claims -> claims.expirationTime(past), claims -> claims.issueTime(future), claims -> claims.claim("nonce", "replayed"),
            claims -> claims.claim("nonce", null), claims -> claims.subject(null),
            claims -> claims.audience(List.of(HostileProvider.CLIENT, "other")).claim("azp", "other"));
        for (Consumer<JWTClaimsSet.Builder> change : bad) {
            says(change);
            refused("invalid", signIn("/inbox/"));
        }
        PROVIDER.idToken = nonce -> HostileProvider.unsigned(PROVIDER.claims(person).claim("nonce", nonce).build());
        refused("invalid", signIn("/inbox/"));
        PROVIDER.idToken = nonce -> PROVIDER.bySecret(PROVIDER.claims(person).claim("nonce", nonce).build());
        refused("invalid", signIn("/inbox/"));
        PROVIDER.idToken = nonce -> PROVIDER.forged(PROVIDER.claims(person).claim("nonce", nonce).build());
        refused("invalid", signIn("/inbox/"));
        PROVIDER.idToken = nonce -> null;
        refused("invalid", signIn("/inbox/"));
        PROVIDER.userInfoSubject = "somebody-else";
        says(claims -> {});
        refused("invalid", signIn("/inbox/"));
        assertEquals(null, column("id"));
    }

    @Test
    void anAnswerServesOnceAndInItsBrowserOnly() {
        Begun begun = begin("/inbox/");
        String state = begun.asked().get("state");
        refused("state", come(begun, "another", PROVIDER.issuer(), "c" + person));
        refused("state", People.get(installation, "oidc/callback?state=" + state + "&code=x&iss=" + PROVIDER.issuer(), null));
        refused("state", People.get(installation, "oidc/callback?state=" + state + "&code=x", "agentinbox-oidc=nonsense"));
        refused("invalid", come(begun, state, "https://other.example", "c" + person));
        refused("invalid", come(begun, state, null, "c" + person));
        refused("denied", People.get(installation, "oidc/callback?state=" + state + "&error=access_denied&iss=" + PROVIDER.issuer(),
            begun.cookie()));
        assertEquals("/inbox/", URI.create(location(come(begun, state, PROVIDER.issuer(), "c" + person))).getPath());
        refused("invalid", come(begun, state, PROVIDER.issuer(), "c" + person));
        refused("state", come(begun, state, PROVIDER.issuer(), "d" + person));
        for (String elsewhere : List.of("https://evil.example/inbox/", "//evil.example/inbox/", "/inbox/../evil", "/other/")) {
            assertEquals("/inbox/", URI.create(location(signIn(elsewhere))).getPath(), elsewhere);
        }
    }

    @Test
    void aVerifiedAddressLinksButNeverToAnAdministrator() {
        String mail = person + "@linked.example";
        String linked = "l" + person;
        People.hire(installation, linked);
        installation.query("UPDATE account SET email = ? WHERE user_name = ?", mail, linked);
        says(claims -> claims.claim("email", mail).claim("email_verified", "true"));
        enter();
        assertEquals(person, column("user_name"));
        installation.query("DELETE FROM account WHERE user_name = ?", person);
        installation.query("UPDATE account SET email = ? WHERE user_name = 'sam'", "sam-" + mail);
        says(claims -> claims.claim("email", "sam-" + mail));
        enter();
        assertEquals(person, column("user_name"));
        installation.query("DELETE FROM account WHERE user_name = ?", person);
        says(claims -> claims.claim("email", mail));
        enter();
        assertEquals(null, column("id"));
        assertEquals(List.of("Person " + person), installation.query("SELECT display_name FROM account WHERE user_name = ?", linked));
    }

    @Test
    void keysMayRotateAndAProviderMayBeDown() {
        enter();
        PROVIDER.rotate();
        Await.until("the new key was read", Duration.ofSeconds(20), () -> location(signIn("/inbox/profile")).endsWith("/inbox/profile"));
        Begun begun = begin("/inbox/");
        PROVIDER.down = true;
        refused("unreachable", come(begun, begun.asked().get("state"), PROVIDER.issuer(), "x"));
    }

    private JWTClaimsSet.Builder logout() {
        return PROVIDER.claims(person).jwtID(UUID.randomUUID().toString()).claim("events", Map.of(EVENT, Map.of()));
    }

    private static int logout(String token) {
        return People.post(installation, "oidc/logout", null, "logout_token", token).statusCode();
    }

    @Test
    void theProviderSignsOut() {
        String cookie = enter();
        SocketClient socket = People.hello(SocketClient.agent(installation, cookie));
        assertEquals(400, logout("nonsense"));
        assertEquals(400, logout(HostileProvider.unsigned(logout().build())));
        assertEquals(400, logout(PROVIDER.forged(logout().build())));
        assertEquals(400, logout(PROVIDER.signed(logout().claim("nonce", "x").build(), null)));
        assertEquals(400, logout(PROVIDER.signed(logout().claim("events", null).build(), null)));
        assertEquals(400, logout(PROVIDER.signed(logout().audience("other").build(), null)));
        assertEquals(400, logout(PROVIDER.signed(logout().issueTime(Date.from(Instant.now().minusSeconds(3_600))).build(), null)));
        assertEquals(200, logout(PROVIDER.signed(logout().subject("nobody").claim("sid", "none").build(), null)));
        assertEquals(200, me(cookie));
        String token = PROVIDER.signed(logout().build(), "logout+jwt");
        assertEquals(200, logout(token));
        assertEquals(400, logout(token));
        assertEquals(401, me(cookie));
        socket.awaitClose();
        cookie = enter();
        assertEquals(200, logout(PROVIDER.signed(logout().claim("sid", null).build(), null)));
        assertEquals(401, me(cookie));
    }

    @Test
    void signingOutHereLeadsThere() {
        HttpResponse<String> answer = People.post(installation, "sign-out", enter());
        String there = answer.headers().firstValue("Refresh").orElse("");
        assertTrue(there.startsWith("0;url=" + PROVIDER.issuer() + "/end?") && there.contains("id_token_hint="), there);
    }

    @Test
    void whatEndsAtTheProviderEndsHere() {
        String cookie = enter();
        String again = "SELECT 1 FROM provider_session s JOIN sign_in n ON n.id = s.sign_in_id WHERE s.subject = ? "
            + "AND s.check_at > n.created_at + interval '4 s'";
        Await.until("asked again", Duration.ofSeconds(20), () -> installation.query(again, person).size() == 1);
        assertEquals(200, me(cookie));
        PROVIDER.refreshEnds = true;
        Await.until("the sign-in ended", Duration.ofSeconds(20), () -> me(cookie) == 401);
    }
}
