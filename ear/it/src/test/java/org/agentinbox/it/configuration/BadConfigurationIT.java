package org.agentinbox.it.configuration;

import static org.agentinbox.it.configuration.ConfigurationClient.object;
import static org.agentinbox.it.configuration.ConfigurationClient.with;
import static org.agentinbox.it.configuration.ConfigurationClient.without;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.agentinbox.it.support.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.json.JsonObject;

/** Tests who may not replace the configuration, and which documents are refused, with what is said of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadConfigurationIT {

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);
    private final ConfigurationClient client = new ConfigurationClient(installation);
    private JsonObject document;
    private String tag;

    @BeforeAll
    void aTeamThatAnEntryNames() {
        setup.reset();
        setup.entry("help").set("help", "routing = 'TEAM', team_id = ?, position = 2", setup.team("Support", "ana"));
        document = client.document();
        tag = client.tag();
    }

    @AfterEach
    void nothingWasChanged() {
        assertEquals(tag, client.tag());
    }

    @AfterAll
    void reset() {
        setup.reset();
    }

    @Test
    void aKeyNeedsTheScopeAndASignInIsNone() {
        for (String method : List.of("GET", "PUT")) {
            byte[] body = method.equals("PUT") ? document.toString().getBytes(StandardCharsets.UTF_8) : null;
            for (String query : List.of("", "?dryRun=true")) {
                assertEquals(401, client.call(method, query, body, "If-Match", "*").statusCode());
                assertEquals(401, client.call(method, query, body, "If-Match", "*", "Authorization", "Bearer aik_x").statusCode());
                assertEquals(403, client.call(method, query, body, "If-Match", "*", "Authorization",
                    "Bearer " + Site.apiKey(installation, "READ", "VISITORS", "ROUTING")).statusCode());
                assertEquals(401, client.call(method, query, body, "If-Match", "*", "Cookie", People.cookie(installation, "sam"))
                    .statusCode());
            }
        }
    }

    @Test
    void aMisspeltDryRunReplacesNothing() {
        assertEquals(400, client.call("PUT", "?dryRun=yes", "{}".getBytes(StandardCharsets.UTF_8), "If-Match", "*", "Authorization",
            "Bearer " + Site.apiKey(installation, "CONFIGURATION")).statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "NOT_JSON |``", "NOT_JSON |{", "NOT_JSON |{}{}", "NOT_JSON |{'version':1,}", "NOT_JSON |nul", "WRONG_TYPE |[]", "WRONG_TYPE |7",
        "WRONG_TYPE |null", "WRONG_TYPE |'x'"})
    void whatIsNoDocumentIsRefused(String problem, String body) {
        assertEquals(List.of(problem + " "), client.problems(body.replace('\'', '"')));
    }

    @Test
    void aDocumentHasAllItsSections() {
        assertEquals(List.of("MISSING_MEMBER /version", "MISSING_MEMBER /teams", "MISSING_MEMBER /entries", "NOT_REMOVABLE /entries",
            "MISSING_MEMBER /rules", "MISSING_MEMBER /daysOff", "MISSING_MEMBER /outcomes", "MISSING_MEMBER /tags",
            "MISSING_MEMBER /topics",
            "MISSING_MEMBER /answers"),
            client.problems("{}"));
        assertEquals(List.of("UNKNOWN_NAME /version"), client.problems(with(document, "/version", "2").toString()));
        assertEquals(List.of("UNKNOWN_MEMBER /ratings"), client.problems(with(document, "/ratings", "[]").toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // Other types.
        "WRONG_TYPE /teams|/teams|{}", "WRONG_TYPE /teams/0|/teams/0|'Support'", "WRONG_TYPE /teams/0/name|/teams/0/name|1",
        "WRONG_TYPE /teams/0/members|/teams/0/members|'ana'", "WRONG_TYPE /teams/0/members/0|/teams/0/members/0|null",
        "WRONG_TYPE /entries/1/active|/entries/1/active|'true'", "WRONG_TYPE /entries/1/queueMinutes|/entries/1/queueMinutes|1.5",
        "WRONG_TYPE /entries/1/queueMinutes|/entries/1/queueMinutes|99999999999999999999",
        "WRONG_TYPE /entries/1/texts/greeting|/entries/1/texts/greeting|'Hello'",
        "WRONG_TYPE /entries/1/form/0|/entries/1/form/0|[]", "UNKNOWN_NAME /entries/1/form/0/kind|/entries/1/form/0/kind|'SHOE_SIZE'",
        "UNKNOWN_NAME /entries/1/booking/offer|/entries/1/booking/offer|'team'",
        // Members that are unknown, or say nothing where they stand.
        "UNKNOWN_MEMBER /entries/1/colour|/entries/1/colour|'#000000'", "UNKNOWN_MEMBER /teams/0/id|/teams/0/id|'x'",
        "UNKNOWN_MEMBER /entries/1/routing/agent|/entries/1/routing/agent|'ana'",
        "UNKNOWN_MEMBER /entries/1/form/0/label|/entries/1/form/0/label|{'en':'x'}",
        "UNKNOWN_MEMBER /answers/0/shared|/answers/0/shared|true",
        // References to nothing.
        "NO_SUCH_TEAM /entries/1/routing/team|/entries/1/routing/team|'Nobody'", "NO_SUCH_TEAM /entries/1/routing/team|/teams|[]",
        "NO_SUCH_USER /teams/0/members/0|/teams/0/members/0|'nobody'", "TAKES_NO_CHATS /teams/0/members/0|/teams/0/members/0|'cal'",
        "INVALID /teams/0/lead|/teams/0/lead|'ben'", "NO_SUCH_USER /teams/0/lead|/teams/0/lead|'nobody'",
        "NO_SUCH_TEAM /rules/0/team|/rules|[{'name':'R','team':'Nobody'}]", "INVALID /rules/0/agents|/rules|[{'name':'R','agents':[]}]",
        "NO_SUCH_USER /daysOff/0/user|/daysOff|[{'name':'Off','first':'2031-01-01','user':'nobody'}]",
        "NO_SUCH_TEAM /daysOff/0/team|/daysOff|[{'name':'Off','first':'2031-01-01','team':'Nowhere'}]",
        // What features refuse.
        "INVALID /teams/0/name|/teams/0/name|' '", "INVALID /entries/1/accent|/entries/1/accent|'#ffffff'",
        "INVALID /entries/1/privacyLink|/entries/1/privacyLink|'http://x.example'", "INVALID /entries/0/active|/entries/0/active|false",
        "INVALID /entries/1/queueMinutes|/entries/1/queueMinutes|121", "INVALID /entries/1/key|/entries/1/key|'no spaces'",
        "INVALID /entries/1/form/0|/entries/1/form/0|{'kind':'TEXT'}", "INVALID /entries/1/form|/entries/1/form/1|{'kind':'NAME'}",
        "INVALID /entries/1/texts/launcher|/entries/1/texts/launcher|{'en':'two\\nlines'}",
        "INVALID /rules/0/conditions/0/value|/rules|[{'name':'R','team':'Support','conditions':[{'subject':'EMAIL','comparison':'IS'}]}]",
        "INVALID /rules/0/conditions/0/comparison|/rules|[{'name':'R','team':'Support',"
            + "'conditions':[{'subject':'HOUR','comparison':'IS','value':'1'}]}]",
        "INVALID /rules/0/conditions|/rules|[{'name':'R','team':'Support','matching':'ANY'}]",
        "INVALID /daysOff/0/last|/daysOff|[{'name':'Off','first':'2031-01-02','last':'2031-01-01'}]",
        "WRONG_TYPE /daysOff/0/first|/daysOff|[{'name':'Off','first':'2031-02-30'}]",
        "WRONG_TYPE /daysOff/0/first|/daysOff|[{'name':'Off','first':'+999999999-12-31'}]",
        "WRONG_TYPE /daysOff/0/zone|/daysOff|[{'name':'Off','from':'2031-01-01T09:00','to':'2031-01-01T10:00','zone':'Mars/Olympus'}]",
        "MISSING_MEMBER /daysOff/0/first|/daysOff|[{'name':'Off'}]", "INVALID /topics/0/name|/topics/0/name|'!'",
        "INVALID /outcomes/0/name|/outcomes|[{'name':' '}]", "MISSING_MEMBER /outcomes/0/name|/outcomes|[{'nameKo':'x'}]",
        "INVALID /tags/0/nameKo|/tags|[{'name':'x','nameKo':'two\\nlines'}]", "TWICE /tags/1|/tags|[{'name':'x'},{'name':'X'}]",
        "INVALID /answers/0/text|/answers/0/text|'{visitor.shoe}'", "INVALID /answers/0/text|/answers/0/text|' '",
        "INVALID /answers/0/shortcut|/answers/0/shortcut|'a b'",
        // The same twice.
        "TWICE /teams/1|/teams/-|{'name':'SUPPORT'}", "TWICE /entries/2|/entries/-|{'key':'Help','name':'Other'}",
        "TWICE /teams/0/members/1|/teams/0/members/-|'Ana'",
        "TWICE /rules/1|/rules|[{'name':'r','team':'Support'},{'name':'R','team':'Support'}]",
        // Characters that no database keeps.
        "INVALID_CHARACTERS /teams/0/name|/teams/0/name|'a\\u0000'", "INVALID_CHARACTERS /teams/0/name|/teams/0/name|'\\ud83d'",
        "INVALID_CHARACTERS /entries/1/texts/waiting/ko|/entries/1/texts/waiting|{'ko':'\\ude00\\ud83d'}",
        "INVALID_CHARACTERS /answers/0/text|/answers/0/text|'\\u0000'"})
    void eachProblemIsToldAtItsPlace(String problem, String pointer, String value) {
        // With the characters as they are escaped, which the client's library would not write.
        String marked = with(document, pointer, value.contains("\\u") ? "'MARK'" : value).toString();
        String body = marked.replace("\"MARK\"", value.replace('\'', '"'));
        // Another may follow from it: where a team is missing, what names it is wrong too.
        assertEquals(problem, client.problems(body).get(0));
    }

    @Test
    void theDefaultEntryStays() {
        assertEquals(List.of("NOT_REMOVABLE /entries"), client.problems(without(document, "/entries/0").toString()));
    }

    @Test
    void allProblemsAreToldAtOnceInTheLanguageThatIsAskedFor() {
        JsonObject bad = with(with(with(document, "/entries/1/accent", "'#ffffff'"), "/entries/1/queueMinutes", "'5'"), "/teams/0/lead",
            "'nobody'");
        HttpResponse<String> english = client.put(bad.toString(), "If-Match", "*");
        assertEquals(400, english.statusCode());
        assertEquals("application/problem+json", english.headers().firstValue("Content-Type").orElse(null));
        assertEquals(
            "{\"title\":\"INVALID_CONFIGURATION\",\"status\":400,\"detail\":\"Nothing was changed: something in the document is not "
                + "right.\",\"wrong\":3,\"errors\":[{\"pointer\":\"/teams/0/lead\","
                + "\"reason\":\"NO_SUCH_USER\",\"detail\":\"Nobody has this user "
                + "name.\"},{\"pointer\":\"/entries/1/accent\",\"reason\":\"INVALID\","
                + "\"detail\":\"A colour such as #1a5fb4 on which white text can "
                + "be read.\"},{\"pointer\":\"/entries/1/queueMinutes\",\"reason\":\"WRONG_TYPE\","
                + "\"detail\":\"Of another type than what is wanted "
                + "here: integer.\"}]}",
            english.body());
        HttpResponse<String> korean = client.put(bad.toString(), "If-Match", "*", "Accept-Language", "ko-KR,ko;q=0.9,en;q=0.5");
        assertEquals("이 사용자 이름을 가진 사람이 없습니다.",
            object(korean).getJsonArray("errors").getJsonObject(0).getString("detail"));
        assertEquals("ko", korean.headers().firstValue("Content-Language").orElse(null));
    }

    @Test
    void membersThatAreThereTwiceAreRefused() {
        String twice = document.toString().replaceFirst("\"name\":\"Support\"", "\"name\":\"Support\",\"name\":\"Other\"");
        assertEquals(List.of("DUPLICATE_MEMBER /teams/0/name"), client.problems(twice));
        String section = document.toString().replaceFirst("\\{", "{\"teams\":[],");
        assertEquals("DUPLICATE_MEMBER /teams", client.problems(section).get(0));
    }

    @Test
    void whatIsTooMuchIsRefused() {
        assertEquals("TOO_MANY /topics", client.problems(with(document, "/topics", "[" + "{},".repeat(600) + "{}]").toString()).get(0));
        String many = "{\"daysOff\":[" + "{\"name\":1},".repeat(300_000) + "{}]}";
        assertEquals(1, client.problems(many).size());
        assertEquals(List.of("TOO_MANY /teams/0/members/249996"), client.problems("{\"teams\":[{\"members\":[" + "0,".repeat(300_000)
            + "0]}]}"));
        assertEquals(List.of("TOO_DEEP " + "/0".repeat(10)), client.problems("[".repeat(200_000) + "]".repeat(200_000)));
        assertEquals(List.of("TOO_BIG "), client.problems("x".repeat((5 << 20) + 1)));
        HttpResponse<String> unread = client.dryRun("x".repeat((6 << 20) + 1));
        assertEquals(413, unread.statusCode(), unread.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/plain", "application/xml"})
    void otherKindsOfContentAreRefused(String type) {
        assertEquals(415, People.call(java.net.http.HttpRequest.newBuilder(installation.address().resolve("api/v1/configuration"))
            .header("Content-Type", type).header("Authorization", "Bearer " + Site.apiKey(installation, "CONFIGURATION"))
            .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))).statusCode());
    }

    @Test
    void thereAreOnlySoManyDaysOffForOnePerson() {
        String many = "[" + "{'name':'Off','first':'2031-01-01','user':'ana'},".repeat(2_001) + "{'name':'Off','first':'2031-01-01'}]";
        assertEquals(List.of("TOO_MANY /daysOff/2000"), client.problems(with(document, "/daysOff", many).toString()));
    }
}
