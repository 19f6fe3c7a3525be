package org.agentinbox.it.configuration;

import static org.agentinbox.it.configuration.ConfigurationClient.object;
import static org.agentinbox.it.configuration.ConfigurationClient.with;
import static org.agentinbox.it.configuration.ConfigurationClient.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.RoutingSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Tests that the configuration can be kept as a document: read, compared, and put back. */
class ConfigurationIT {

    private static final String ROWS = "SELECT 'entry ' || key || version || changed_at || position FROM entry UNION ALL "
        + "SELECT 'team ' || name || version || changed_at FROM team UNION ALL "
        + "SELECT 'rule ' || name || version || changed_at || position FROM routing_rule UNION ALL "
        + "SELECT 'day ' || name || version || changed_at || coalesce(import_key, '') FROM day_off UNION ALL "
        + "SELECT 'topic ' || name || version || changed_at FROM listed_topic UNION ALL "
        + "SELECT kind || name || coalesce(name_ko, '') || version || changed_at || position FROM wrap_up_choice "
        + "WHERE removed_at IS NULL UNION ALL "
        + "SELECT 'answer ' || shortcut || changed_at FROM canned_answer ORDER BY 1";

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);
    private final ConfigurationClient client = new ConfigurationClient(installation);
    private JsonObject before;

    @BeforeEach
    void someOfEverything() {
        setup.reset();
        installation.query("DELETE FROM day_off");
        before = client.document();
        JsonObject some = with(before, "/teams",
            "[{'name':'Support','members':['ana','ben'],'lead':'ben'},{'name':'한국어','members':['chae']}]");
        some = with(some, "/entries/-", "{'key':'help','name':'Help','routing':{'option':'TEAM','team':'support'},'queueMinutes':5,"
            + "'booking':{'offer':'AGENT','agent':'cal'},'takesMessages':true,'form':[{'kind':'EMAIL','required':true},{'kind':'CHOICE',"
            + "'label':{'en':'Which?','ko':'무엇?'},'choices':[{'en':'One'},{'en':'Two','ko':'둘'}]}],'consent':{'en':'I agree.'},"
            + "'privacyLink':'https://www.customer.example/privacy','texts':{'greeting':{'en':'Hello'},'afterEnd':{'ko':'고맙습니다'}},"
            + "'accent':'#1A5FB4','greeting':{'afterSeconds':5,'pages':'/pricing*'},'left':true}");
        some = with(some, "/rules", "[{'name':'Korean','conditions':[{'subject':'LANGUAGE','comparison':'IS','value':'ko'},{'subject':"
            + "'ATTRIBUTE','attribute':'plan','comparison':'IS_GIVEN'}],'matching':'ANY','team':'한국어'},"
            + "{'name':'Office hours','active':false,'conditions':[{'subject':'HOUR','comparison':'BETWEEN','value':'09:00-17:30'}],"
            + "'agents':['chae','ana']}]");
        some = with(some, "/daysOff", "[{'name':'Feast','first':'2031-05-01','last':'2031-05-02'},{'name':'Feast','first':'2031-05-01'},"
            + "{'name':'Dentist','user':'ana','from':'2031-04-30T09:30','to':'2031-04-30T12:00'},"
            + "{'name':'Call','from':'2031-06-01T09:00','to':'2031-06-01T10:00','zone':'Europe/Berlin'},"
            + "{'name':'Outing','team':'Support','first':'2031-07-01'}]");
        some = with(some, "/outcomes", "[{'name':'Zebra sold','nameKo':'얼룩말 판매'},{'name':'Zebra lost','active':false}]");
        some = with(some, "/tags", "[{'name':'Zebra'}]");
        some = with(some, "/topics/-", "{'name':'Zebras','synonyms':['zebra','얼룩말']}");
        some = with(some, "/answers/-", "{'shortcut':'zebra','text':'Zebras for {visitor.name}\\nand more'}");
        client.replace(some);
    }

    @AfterEach
    void putBack() {
        client.replace(before);
        installation.query("DELETE FROM day_off");
    }

    @Test
    void whatIsReadAndPutBackChangesNothing() {
        List<String> rows = installation.query(ROWS);
        HttpResponse<String> read = client.get();
        String tag = read.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> put = client.put(read.body(), "If-Match", tag);
        assertEquals(200, put.statusCode(), put.body());
        JsonObject done = object(put);
        for (String list : List.of("added", "changed", "removed", "moved")) {
            assertEquals(JsonValue.EMPTY_JSON_ARRAY, done.getJsonArray(list));
        }
        assertEquals(tag, done.getString("etag"));
        assertEquals(read.body(), client.get().body());
        assertEquals(rows, installation.query(ROWS));
    }

    @Test
    void itIsForPeopleAndHasNoSecrets() {
        JsonObject document = client.document();
        assertEquals(List.of("version", "teams", "entries", "rules", "daysOff", "outcomes", "tags", "topics", "answers"),
            List.copyOf(document.keySet()));
        assertEquals("[{\"name\":\"Support\",\"members\":[\"ana\",\"ben\"],\"lead\":\"ben\"},{\"name\":\"한국어\",\"members\":[\"chae\"]}]",
            document.getJsonArray("teams").toString());
        assertEquals("{\"key\":\"help\",\"name\":\"Help\",\"active\":true,\"routing\":{\"option\":\"TEAM\",\"team\":\"Support\"},"
            + "\"queueMinutes\":5,\"booking\":{\"offer\":\"AGENT\",\"agent\":\"cal\"},\"takesMessages\":true,\"form\":[{\"kind\":\"EMAIL\","
            + "\"required\":true},{\"kind\":\"CHOICE\",\"required\":false,\"label\":{\"en\":\"Which?\",\"ko\":\"무엇?\"},"
            + "\"choices\":[{\"en\":"
            + "\"One\"},{\"en\":\"Two\",\"ko\":\"둘\"}]}],\"consent\":{\"en\":\"I agree.\"},\"privacyLink\":"
            + "\"https://www.customer.example/privacy\",\"texts\":{\"greeting\":{\"en\":\"Hello\"},\"afterEnd\":{\"ko\":\"고맙습니다\"}},"
            + "\"accent\":\"#1a5fb4\",\"greeting\":{\"afterSeconds\":5,\"pages\":\"/pricing*\"},\"left\":true}",
            document.getJsonArray("entries").getJsonObject(1).toString());
        assertEquals("[{\"name\":\"Dentist\",\"user\":\"ana\",\"from\":\"2031-04-30T09:30\",\"to\":\"2031-04-30T12:00\"},"
            + "{\"name\":\"Feast\",\"first\":\"2031-05-01\"},{\"name\":\"Feast\",\"first\":\"2031-05-01\",\"last\":\"2031-05-02\"},"
            + "{\"name\":\"Call\",\"from\":\"2031-06-01T09:00\",\"to\":\"2031-06-01T10:00\",\"zone\":\"Europe/Berlin\"},"
            + "{\"name\":\"Outing\",\"team\":\"Support\",\"first\":\"2031-07-01\"}]",
            document.getJsonArray("daysOff").toString());
        String text = client.get().body();
        assertTrue(text.startsWith("{\n    \"version\": 1,\n    \"teams\": [\n"), text.substring(0, 100));
        assertTrue(text.endsWith("}\n"));
        for (String secret : List.of("aik_", "password", "secret", "hash", "token")) {
            assertFalse(text.contains(secret), secret);
        }
    }

    @Test
    void aDryRunTellsTheDifferencesAndChangesNothing() {
        List<String> rows = installation.query(ROWS);
        JsonObject other = other();
        JsonObject told = object(client.dryRun(other.toString()));
        assertTrue(told.getBoolean("dryRun"));
        assertEquals("[{\"kind\":\"teams\",\"key\":\"Night\"},{\"kind\":\"entries\",\"key\":\"night\"}]",
            told.getJsonArray("added").toString());
        assertEquals("[{\"kind\":\"teams\",\"key\":\"Support\",\"before\":{\"members\":[\"ana\",\"ben\"],\"lead\":\"ben\"},"
            + "\"after\":{\"members\":[\"ana\"]}},"
            + "{\"kind\":\"entries\",\"key\":\"help\",\"before\":{\"routing\":{"
            + "\"option\":\"TEAM\",\"team\":\"Support\"},\"queueMinutes\":5},"
            + "\"after\":{\"routing\":{\"option\":\"TEAM\",\"team\":\"Night\"},\"queueMinutes\":6}},"
            + "{\"kind\":\"rules\",\"key\":\"Korean\",\"before\":{\"team\":\"한국어\"},\"after\":{\"team\":\"Night\"}},"
            + "{\"kind\":\"daysOff\",\"key\":\"2031-05-01 Feast\",\"before\":{\"last\":"
            + "\"2031-05-02\"},\"after\":{\"last\":\"2031-05-03\"}},"
            + "{\"kind\":\"outcomes\",\"key\":\"Zebra lost\",\"before\":{\"active\":false},\"after\":{\"active\":true}}]",
            told.getJsonArray("changed").toString());
        assertEquals("[{\"kind\":\"teams\",\"key\":\"한국어\"},{\"kind\":\"outcomes\",\"key\":\"Zebra sold\"},"
            + "{\"kind\":\"topics\",\"key\":\"Zebras\"}]",
            told.getJsonArray("removed").toString());
        assertEquals("[{\"kind\":\"rules\",\"before\":[\"Korean\",\"Office hours\"],\"after\":[\"Office hours\",\"Korean\"]}]",
            told.getJsonArray("moved").toString());
        assertEquals(rows, installation.query(ROWS));
        assertEquals(client.tag(), told.getString("etag"));
    }

    /** With a team, an entry and a topic more or less, other members, and another order of rules. */
    private JsonObject other() {
        JsonObject document = client.document();
        JsonValue korean = document.getJsonArray("rules").get(0);
        JsonObject other = with(document, "/teams", "[{'name':'Night','members':[]},{'name':'Support','members':['ana']}]");
        other = with(other, "/entries/1/routing/team", "'Night'");
        other = with(other, "/entries/1/queueMinutes", "6");
        other = with(other, "/entries/-", "{'key':'night','name':'Night'}");
        other = with(without(with(other, "/rules/-", korean.toString()), "/rules/0"), "/rules/1/team", "'Night'");
        other = with(other, "/daysOff/2/last", "'2031-05-03'");
        other = with(other, "/outcomes", "[{'name':'Zebra lost','active':true}]");
        return without(other, "/topics/" + (document.getJsonArray("topics").size() - 1));
    }

    @Test
    void theWholeIsReplacedAndTheDryRunWasRight() {
        installation.query("UPDATE day_off SET import_key = 'kept' WHERE ends_on = '2031-05-02'");
        String id = setup.idOfTeam("Support");
        JsonObject other = other();
        JsonObject dry = object(client.dryRun(other.toString()));
        String tag = client.tag();
        JsonObject done = object(client.put(other.toString(), "If-Match", tag));
        for (String list : List.of("added", "changed", "removed", "moved")) {
            assertEquals(dry.getJsonArray(list), done.getJsonArray(list), list);
        }
        assertNotEquals(tag, done.getString("etag"));
        assertEquals(client.tag(), done.getString("etag"));
        assertEquals(List.of("Night", "Support"), installation.query("SELECT name FROM team ORDER BY name"));
        assertEquals(id, setup.idOfTeam("Support"), "it goes on in its round robin");
        assertEquals(List.of("Office hours", "Korean"), installation.query("SELECT name FROM routing_rule ORDER BY position"));
        assertEquals(List.of("default", "help", "night"), installation.query("SELECT key FROM entry ORDER BY position"));
        assertEquals(List.of("kept"), installation.query("SELECT import_key FROM day_off WHERE ends_on = '2031-05-03'"));
    }

    @Test
    void onlyTheConfigurationThatWasReadIsReplaced() {
        String text = client.get().body();
        String tag = client.tag();
        assertEquals(428, client.put(text).statusCode());
        setup.set("help", "name = 'Somebody was faster'");
        HttpResponse<String> stale = client.put(text, "If-Match", tag);
        assertEquals(412, stale.statusCode());
        assertEquals("CHANGED_MEANWHILE", object(stale).getString("title"));
        assertEquals(412, client.dryRun(text, "If-Match", tag).statusCode());
        assertEquals(200, client.dryRun(text).statusCode());
        String now = client.tag();
        for (String other : List.of("W/" + now, "\"\"", "x", now.replace("\"", ""), "\"" + now)) {
            assertEquals(412, client.put(text, "If-Match", other).statusCode(), other);
        }
        assertEquals(List.of("Somebody was faster"), installation.query("SELECT name FROM entry WHERE key = 'help'"));
        assertEquals(200, client.put(text, "If-Match", tag + ", " + now).statusCode());
        assertEquals(List.of("Help"), installation.query("SELECT name FROM entry WHERE key = 'help'"));
        assertEquals(304, client.get("If-None-Match", client.tag()).statusCode());
        assertEquals(200, client.get("If-None-Match", now).statusCode());
    }

    @Test
    void ofTwoProgramsAtOnceOneIsTold() {
        String tag = client.tag();
        String night = with(client.document(), "/teams/-", "{'name':'Night'}").toString();
        String day = with(client.document(), "/teams/-", "{'name':'Day'}").toString();
        List<Integer> answers = Stream.of(night, day).parallel().map(text -> client.put(text, "If-Match", tag).statusCode()).sorted()
            .toList();
        assertEquals(List.of(200, 412), answers);
        assertEquals(List.of("1"), installation.query("SELECT count(*) FROM team WHERE name IN ('Night', 'Day')"));
    }

    @Test
    void whoIsNamedStaysNamedThoughTheyTakeNoChatsAnyMore() {
        installation.query("UPDATE agent SET takes_chats = false WHERE account_id = ?", setup.account("ben"));
        try {
            JsonObject document = client.document();
            assertEquals(JsonValue.EMPTY_JSON_ARRAY, client.replace(document).getJsonArray("changed"));
            assertEquals(List.of("TAKES_NO_CHATS /rules/1/agents/1"),
                client.problems(with(document, "/rules/1/agents", "['ana','ben']").toString()));
            assertEquals(List.of("TAKES_NO_CHATS /entries/1/routing/agent"),
                client.problems(with(document, "/entries/1/routing", "{'option':'AGENT','agent':'ben'}").toString()));
        } finally {
            installation.query("UPDATE agent SET takes_chats = true WHERE account_id = ?", setup.account("ben"));
        }
    }
}
