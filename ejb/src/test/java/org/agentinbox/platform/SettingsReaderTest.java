package org.agentinbox.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings as ear/src/docs/administrators.md names them: defaults, limits, and one line for what cannot be used. */
class SettingsReaderTest {

    private static final String SECRET = "s3cret password";

    private static Settings read(Map<String, String> set) {
        return new SettingsReader(name -> Optional.ofNullable(set.get(name))).read();
    }

    private static String problem(Map<String, String> set) {
        return assertThrows(UnusableSettingException.class, () -> read(set)).getMessage();
    }

    @Test
    void nothingSetGivesTheDefaultsOfTheContract() {
        assertEquals(new Settings(Duration.ofSeconds(100), 10, Duration.ofMinutes(10), Period.ofDays(90), Period.ofDays(400), 10_000, false,
            Optional.empty(), Set.of(), Duration.ofHours(12), Duration.ofMinutes(30), Optional.empty(), Optional.empty(),
            Set.of("fcm.googleapis.com", "updates.push.services.mozilla.com", "*.push.apple.com", "*.notify.windows.com"),
            new Settings.Batch(ZoneId.of("UTC"), Optional.of(LocalTime.of(3, 30)), Optional.of(LocalTime.of(0, 30))), Optional.empty(),
            Set.of(),
            Duration.ofMinutes(2), Optional.empty(), 3, new Settings.Network(Set.of(), 2_000,
                new Settings.StrangerLimits(1_000, 20, 600, 300, 30, 60)),
            false,
            new Settings.Invitations(10, 20), Optional.of(Duration.ofMinutes(5)), 0, new Settings.LocalSignIn(true, Set.of()), Set.of()),
            read(Map.of()));
    }

    @Test
    void whoMaySignInWithoutAProvider() {
        Settings.LocalSignIn few = read(Map.of("agentinbox.sign-in.local", "Root, second")).localSignIn();
        assertTrue(few.allows("root") && few.allows("second") && !few.allows("ana") && !few.isOff());
        assertTrue(read(Map.of("agentinbox.sign-in.local", "off")).localSignIn().isOff());
        assertTrue(problem(Map.of("agentinbox.sign-in.local", "a b")).contains("on, off, or the user names"));
    }

    @Test
    void administratorsNeedAPasskeyWhereOneCanBeUsed() {
        assertTrue(
            read(Map.of("agentinbox.admin.passkey", "required", "agentinbox.url", "https://chat.example.com/inbox/")).adminPasskey());
        for (String url : List.of("", "http://chat.example.com/inbox/", "https://10.1.2.3/inbox/")) {
            UnusableSettingException refused = assertThrows(UnusableSettingException.class,
                () -> read(Map.of("agentinbox.admin.passkey", "required", "agentinbox.url", url)));
            assertTrue(refused.getMessage().startsWith("Setting agentinbox.url has the unusable value"), refused.getMessage());
        }
    }

    @Test
    void blankCountsAsNotSet() {
        assertEquals(read(Map.of()), read(Map.of("agentinbox.offer.timeout", "", "agentinbox.demo", "  ", "agentinbox.admin.user", " ")));
    }

    @ParameterizedTest
    @CsvSource({
        "agentinbox.offer.timeout, PT1S", "agentinbox.offer.timeout, PT1H", "agentinbox.offer.timeout, ' PT15S '",
        "agentinbox.chats.per-agent, 1", "agentinbox.agent.auto-away, 0", "agentinbox.agent.auto-away, 100",
        "agentinbox.chats.per-agent, 1000", "agentinbox.reports.topic-chats, 1",
        "agentinbox.reports.topic-chats, 1000",
        "agentinbox.proxies, 10.1.2.3", "agentinbox.proxies, fd00::/8", "agentinbox.connections.per-address, 1",
        "agentinbox.connections.per-address, 1000000",
        "agentinbox.chat.idle-timeout, PT1S", "agentinbox.chat.idle-timeout, P1D",
        "agentinbox.audit.retention, P30D", "agentinbox.audit.retention, P3650D",
        "agentinbox.history.retention, P1D", "agentinbox.history.retention, P3650D", "agentinbox.history.retention, P13W",
        "agentinbox.message.max-length, 1", "agentinbox.message.max-length, 10000",
        "agentinbox.admin.passkey, optional", "agentinbox.demo, true", "agentinbox.demo, FALSE",
        "agentinbox.push.hosts, a.example", "agentinbox.push.hosts, *.a.example", "agentinbox.push.hosts, http://127.0.0.1:8999",
        "agentinbox.batch.purge-at, 00:00", "agentinbox.batch.summary-at, 23:59", "agentinbox.batch.purge-at, off",
        "agentinbox.batch.zone, Asia/Seoul",
        "agentinbox.sign-in.duration, PT5M", "agentinbox.sign-in.duration, P30D",
        "agentinbox.sign-in.idle, PT5M", "agentinbox.sign-in.idle, P30D",
        "agentinbox.mail.from, inbox@example.com", "agentinbox.mail.from, Agent Inbox <inbox@example.com>",
        "agentinbox.mail.from, 상담 <inbox@example.com>",
        "agentinbox.url, https://chat.example.com/inbox", "agentinbox.url, http://10.0.0.1:8080/inbox/"})
    void limitsAreIncluded(String name, String value) {
        read(Map.of(name, value));
    }

    @ParameterizedTest
    @CsvSource({
        "agentinbox.offer.timeout, PT0.999S", "agentinbox.offer.timeout, PT1H0.001S", "agentinbox.offer.timeout, 100",
        "agentinbox.offer.timeout, -PT10S", "agentinbox.offer.timeout, PT99999999999999999999S",
        "agentinbox.agent.auto-away, -1", "agentinbox.agent.auto-away, 101", "agentinbox.chats.per-agent, 0",
        "agentinbox.chats.per-agent, 1001", "agentinbox.chats.per-agent, ten",
        "agentinbox.reports.topic-chats, 0", "agentinbox.reports.topic-chats, 1001", "agentinbox.reports.topic-chats, some",
        "agentinbox.chats.per-agent, 1.5", "agentinbox.chats.per-agent, 99999999999",
        "agentinbox.chat.idle-timeout, PT0S", "agentinbox.chat.idle-timeout, P1DT1S",
        "agentinbox.audit.retention, P29D", "agentinbox.audit.retention, P3651D",
        "agentinbox.history.retention, P0D", "agentinbox.history.retention, P3651D", "agentinbox.history.retention, P3M",
        "agentinbox.history.retention, P1Y", "agentinbox.history.retention, PT24H", "agentinbox.history.retention, 90",
        "agentinbox.message.max-length, 0", "agentinbox.message.max-length, 10001", "agentinbox.message.max-length, -5",
        "agentinbox.admin.passkey, true", "agentinbox.demo, yes", "agentinbox.demo, 1",
        "agentinbox.widget.allowed-origins, www.example.com", "agentinbox.widget.allowed-origins, https://www.example.com/",
        "agentinbox.widget.allowed-origins, https://WWW.example.com", "agentinbox.widget.allowed-origins, *",
        "agentinbox.widget.allowed-origins, ftp://example.com", "agentinbox.widget.allowed-origins, https://u@example.com",
        "agentinbox.widget.allowed-origins, null",
        "agentinbox.summary.timeout, PT0.9S", "agentinbox.summary.timeout, PT26S", "agentinbox.summary.redact, no",
        "agentinbox.caldav.hosts, localhost", "agentinbox.caldav.poll, PT0S",
        "agentinbox.proxies, proxy.example", "agentinbox.proxies, 10.0.0.0/33", "agentinbox.proxies, *",
        "agentinbox.connections.per-address, 0",
        "agentinbox.push.hosts, localhost", "agentinbox.push.hosts, *", "agentinbox.push.hosts, *.*.example",
        "agentinbox.push.hosts, a.example/x",
        "agentinbox.push.hosts, https://u@a.example", "agentinbox.push.hosts, a.example:443", "agentinbox.push.hosts, A.example",
        "agentinbox.batch.purge-at, 24:00", "agentinbox.batch.purge-at, 3:30", "agentinbox.batch.summary-at, 03:30:00",
        "agentinbox.batch.summary-at, never",
        "agentinbox.batch.zone, Seoul", "agentinbox.batch.zone, +09:00",
        "agentinbox.sign-in.duration, PT4M59S", "agentinbox.sign-in.duration, P30DT1S",
        "agentinbox.sign-in.idle, PT4M59S", "agentinbox.sign-in.idle, P30DT1S", "agentinbox.sign-in.idle, never",
        "agentinbox.mail.from, inbox", "agentinbox.mail.from, 'a@example.com, b@example.com'", "agentinbox.mail.from, @example.com",
        "agentinbox.mail.from, a@b@example.com", "agentinbox.mail.from, 'team: a@example.com;'",
        "agentinbox.url, chat.example.com", "agentinbox.url, ftp://chat.example.com/", "agentinbox.url, https://chat.example.com/?a=b",
        "agentinbox.url, https://u:p@chat.example.com/", "agentinbox.url, https:///inbox/"})
    void unusableIsOneLineWithSettingValueAndWhatIsAllowed(String name, String value) {
        String line = problem(Map.of(name, value));
        assertTrue(line.startsWith("Setting " + name + " has the unusable value \"" + value + "\"; allowed is "), line);
        assertTrue(line.length() > ("Setting " + name + " has the unusable value \"" + value + "\"; allowed is .").length() + 10, line);
        assertEquals(1, line.lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2hvcnQ=", "*", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMw=="})
    void aSecretKeyThatIsNoneIsNotShown(String key) {
        String line = problem(Map.of("agentinbox.secret-key", key));
        assertTrue(line.startsWith("Setting agentinbox.secret-key has the unusable value \"(not shown)\"") && !line.contains(key), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\u2028b", "a\u0085b", "a\u0000b"})
    void aValueOfManyLinesGivesOneLine(String value) {
        String line = problem(Map.of("agentinbox.demo", value));
        assertEquals(1, line.split("[\\n\\r\\u2028\\u2029\\u0085]").length);
        assertFalse(line.chars().anyMatch(Character::isISOControl));
        assertTrue(line.endsWith("allowed is true or false."), line);
    }

    @Test
    void aNovelAsAValueIsCut() {
        String line = problem(Map.of("agentinbox.demo", "x".repeat(100_000)));
        assertTrue(line.length() < 400 && line.endsWith("true or false."), line);
    }

    @Test
    void firstAdministratorNeedsBothSettings() {
        assertTrue(problem(Map.of("agentinbox.admin.user", "root")).startsWith("Setting agentinbox.admin.password has"));
        String line = problem(Map.of("agentinbox.admin.password", SECRET));
        assertTrue(line.startsWith("Setting agentinbox.admin.user has"), line);
        assertFalse(line.contains(SECRET));
    }

    @Test
    void firstAdministratorIsRead() {
        Settings settings = read(Map.of("agentinbox.admin.user", "root", "agentinbox.admin.password", SECRET));
        assertEquals(Optional.of(new Settings.FirstAdmin("root", SECRET)), settings.admin());
        // It is logged at each start.
        assertFalse(settings.toString().contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"first admin", "-root", "ro\u0000ot", "루트", "<b>"})
    void aUserNameThatNoAccountCanHaveIsRefusedHere(String user) {
        String line = problem(Map.of("agentinbox.admin.user", user, "agentinbox.admin.password", SECRET));
        assertTrue(line.startsWith("Setting agentinbox.admin.user has"), line);
        assertFalse(line.contains(SECRET));
    }

    @Test
    void aShortPasswordIsRefusedWithoutShowingIt() {
        String line = problem(Map.of("agentinbox.admin.user", "root", "agentinbox.admin.password", "secret7"));
        assertTrue(line.startsWith("Setting agentinbox.admin.password has") && line.contains("at least 12 characters"), line);
        assertFalse(line.contains("secret7"));
    }

    @Test
    void theAddressOfTheInboxEndsInASlash() {
        assertEquals("https://chat.example.com/inbox/",
            read(Map.of("agentinbox.url", "https://chat.example.com/inbox")).url().orElseThrow().toString());
        assertEquals("https://chat.example.com/",
            read(Map.of("agentinbox.url", " https://chat.example.com/ ")).url().orElseThrow().toString());
    }

    private static final String API_KEY = "sk-0123456789-secret";

    private static Map<String, String> endpoint(String address, String... more) {
        Map<String, String> set = new java.util.HashMap<>(
            Map.of("agentinbox.summary.endpoint", address, "agentinbox.summary.model", "small-1"));
        for (int i = 0; i < more.length; i += 2) {
            set.put("agentinbox.summary." + more[i], more[i + 1]);
        }
        return set;
    }

    @Test
    void theEndpointOfSummariesIsReadAndItsKeyIsNotTold() {
        Settings.SummaryEndpoint endpoint = read(endpoint("https://api.example.com/v1/", "api-key", API_KEY)).summary().orElseThrow();
        assertEquals(new Settings.SummaryEndpoint(java.net.URI.create("https://api.example.com/v1"), "small-1", Optional.of(API_KEY),
            Duration.ofSeconds(15), true), endpoint);
        assertFalse(read(endpoint("https://api.example.com/v1", "redact", "false")).summary().orElseThrow().redact());
        // They are logged at each start.
        assertFalse(read(endpoint("https://api.example.com/v1", "api-key", API_KEY)).toString().contains(API_KEY));
        String line = problem(endpoint("https://api.example.com/v1", "api-key", "two words"));
        assertTrue(line.startsWith("Setting agentinbox.summary.api-key has the unusable value \"(not shown)\"") && !line.contains("two"),
            line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:11434/v1", "http://127.0.0.1:8000", "http://ollama:11434/v1", "http://10.1.2.3/v1",
        "http://192.168.0.7:8080/v1", "http://172.16.0.1/v1",
        "http://[::1]:8080/v1", "http://[fd12::7]/v1", "http://llm.office.internal/v1", "http://mac.local:1234/v1",
        "https://api.example.com", "https://10.1.2.3/v1"})
    void httpIsForHostsInsideTheNetwork(String address) {
        assertEquals(address, read(endpoint(address)).summary().orElseThrow().address().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.example.com/v1", "http://8.8.8.8/v1", "http://172.32.0.1/v1", "http://[2001:db8::1]/v1",
        "http://localhost.example.com/v1", "ftp://localhost/v1",
        "https://api.example.com/v1?key=1", "https://u:p@api.example.com/v1", "api.example.com"})
    void anythingElseIsRefused(String address) {
        assertTrue(problem(endpoint(address)).startsWith("Setting agentinbox.summary.endpoint has the unusable value"), address);
    }

    @Test
    void anEndpointNeedsAModelAndTheOtherWayRound() {
        assertTrue(problem(Map.of("agentinbox.summary.endpoint", "https://api.example.com/v1"))
            .startsWith("Setting agentinbox.summary.model has"));
        assertTrue(problem(Map.of("agentinbox.summary.model", "small-1")).startsWith("Setting agentinbox.summary.endpoint has"));
        String line = problem(Map.of("agentinbox.summary.api-key", API_KEY));
        assertTrue(line.startsWith("Setting agentinbox.summary.endpoint has") && !line.contains(API_KEY), line);
    }

    @Test
    void originsAreAList() {
        assertEquals(Set.of("https://a.example", "http://b.example:8080"),
            read(Map.of("agentinbox.widget.allowed-origins", " https://a.example ,http://b.example:8080,, ")).allowedOrigins());
    }
}
