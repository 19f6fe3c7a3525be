package org.agentinbox.it.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.nimbusds.jwt.JWTClaimsSet;

import org.agentinbox.it.browser.Axe;
import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

/** Tests whom a provider signs in, what of a hostile one is refused, and that sign-ins end with what they hang on. */
class OidcIT {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final HostileProvider PROVIDER = new HostileProvider();
    private static final Path SHOTS = Path.of(System.getProperty("agentinbox.it.work", "target/it"), "provider-screenshots");
    private static Installation installation;
    @RegisterExtension
    private final Browsers browsers = new Browsers();
    private final String person = "p" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        Map<String, String> settings = new HashMap<>(PROVIDER.settings());
        settings.putAll(Map.of("agentinbox.oidc.corp.link-by-mail", "true",
            "agentinbox.oidc.corp.recheck", "PT3S", "agentinbox.sign-in.local", "sam", "agentinbox.proxies", "127.0.0.1"));
        installation = Installation.start("oidc", settings);
    }

    @AfterAll
    static void stop() {
        installation.close();
        PROVIDER.close();
    }

    @BeforeEach
    void reset() {
        PROVIDER.down = false;
        PROVIDER.held = null;
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
        return begun(start("provider=corp&return=" + wanted));
    }

    private static Begun begun(HttpResponse<String> start) {
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

    private static HttpResponse<String> start(String query) {
        return People.get(installation, "oidc/start?" + query, null);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** OpenID Connect Core, section 4. */
    @Test
    void aPortalBeginsTheSignIn() {
        String own = installation.origin();
        Map<String, String> targets = Map.of(own + "/inbox/profile?a=b", "/inbox/profile", own + "/other/", "/inbox/",
            "https://evil.example/inbox/profile", "/inbox/", own + ".evil.example/inbox/profile", "/inbox/", own + "@evil.example/inbox/",
            "/inbox/", own + "/inbox/../evil", "/inbox/", "//evil.example/inbox/profile", "/inbox/", "/inbox/profile", "/inbox/");
        targets.forEach((target, path) -> {
            Begun begun = begun(start("iss=" + encode(PROVIDER.issuer()) + "&login_hint=" + encode(person + "@corp.example")
                + "&target_link_uri=" + encode(target)));
            assertEquals(person + "@corp.example", begun.asked().get("login_hint"));
            URI end = URI.create(location(come(begun, begun.asked().get("state"), PROVIDER.issuer(), UUID.randomUUID().toString())));
            assertEquals(path, end.getPath(), target);
            assertTrue(end.getHost() == null || end.toString().startsWith(own + "/"), end.toString());
        });
        refused("unknown", start("iss=" + encode("https://other.example")));
        refused("unknown", start("iss=" + encode(PROVIDER.issuer() + "/")));
        refused("unknown", start("provider=other"));
        refused("unknown", start(""));
        assertFalse(location(start("provider=corp&login_hint=" + encode("a\nb"))).contains("login_hint"));
        assertFalse(location(start("provider=corp&login_hint=" + "a".repeat(256))).contains("login_hint"));
        HttpResponse<String> form = People.call(HttpRequest.newBuilder(installation.address().resolve("oidc/start"))
            .header("Origin", "https://portal.example.com").header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("iss=" + encode(PROVIDER.issuer()))));
        assertTrue(location(form).startsWith(PROVIDER.issuer() + "/authorize?"), location(form));
        assertEquals(405, People.post(installation, "oidc/callback", null, "state", "x").statusCode());
    }

    @Test
    void whoGoesToAPageIsLedToTheOnlyProviderAtOnce() {
        String straight = location(People.get(installation, "profile?a=b", null));
        assertTrue(straight.endsWith("/inbox/oidc/start?provider=corp&return=%2Finbox%2Fprofile%3Fa%3Db"), straight);
        assertEquals(200, People.get(installation, "signin", null).statusCode());
        assertTrue(location(People.post(installation, "profile", null)).contains("/inbox/signin?return="));
        HttpResponse<String> byScript = People.call(HttpRequest.newBuilder(installation.address().resolve("profile"))
            .header("Sec-Fetch-Mode", "cors"));
        assertTrue(location(byScript).contains("/inbox/signin?return="), location(byScript));
    }

    private static HttpResponse<String> from(String address, String path, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve(path)).header("X-Forwarded-For", address);
        return People.call(form == null ? request
            : request.header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Test
    void oneAddressCannotAskForever() {
        String limited = "/inbox/signin?return=%2Finbox%2F&problem=wait&seconds=1";
        assertTrue(IntStream.range(0, 2_000).anyMatch(i -> location(from("203.0.113.7", "oidc/start", null)).endsWith(limited)));
        assertTrue(IntStream.range(0, 100)
            .anyMatch(i -> location(from("203.0.113.7", "oidc/callback?state=a&code=b", null)).endsWith(limited)));
        refused("state", from("203.0.113.8", "oidc/callback?state=a&code=b", null));
        assertTrue(IntStream.range(0, 200).mapToObj(i -> from("203.0.113.7", "oidc/logout", "logout_token=x"))
            .anyMatch(answer -> answer.statusCode() == 429 && answer.headers().firstValue("Retry-After").equals(Optional.of("1"))));
        assertEquals(400, from("203.0.113.8", "oidc/logout", "logout_token=x").statusCode());
    }

    @Test
    void aProviderThatIsSlowHoldsNobodyForLong() {
        CountDownLatch answers = new CountDownLatch(1);
        Begun begun = begin("/inbox/");
        PROVIDER.held = answers;
        try {
            refused("unreachable", assertTimeout(Duration.ofSeconds(10),
                () -> come(begun, begun.asked().get("state"), PROVIDER.issuer(), "slow" + person)));
        } finally {
            answers.countDown();
        }
    }

    private static void look(Page page, String name) {
        assertEquals(List.of(), Axe.violations(page), name);
        for (ColorScheme scheme : new ColorScheme[]{ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(name + "-" + scheme + ".png")));
        }
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void peopleComeAndGoByTheirBrowser() {
        // After the sign-out, a page asks once more whether somebody is signed in.
        browsers.expect("status of 401|favicon.ico");
        Page page = browsers.open().newPage();
        page.navigate(installation.address().resolve("profile").toString());
        assertThat(page).hasURL(installation.address().resolve("profile").toString());
        page.locator(".account-button").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out").setExact(true)).click();
        assertThat(link(page, "Sign in with corp")).isVisible();
        look(page, "sign-in");
        says(claims -> claims.claim("roles", List.of()));
        link(page, "Sign in with corp").click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("You are known, but have no role here. "
            + "Ask your organisation’s administrators to give you one for this product.");
        assertThat(link(page, "Sign in with corp")).isVisible();
    }

    @Test
    void theSignInPageIsKoreanToo() {
        Page page = browsers.open(options -> options.setLocale("ko-KR")).newPage();
        page.navigate(installation.address().resolve("oidc/start?provider=other").toString());
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("이 서버에 등록되지 않은 조직");
        assertThat(link(page, "corp 계정으로 로그인")).isVisible();
        assertThat(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("조직 계정으로 로그인"))).isVisible();
        look(page, "sign-in-ko");
    }
}
