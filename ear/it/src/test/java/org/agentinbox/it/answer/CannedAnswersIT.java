package org.agentinbox.it.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Tests over REST who sees, changes and imports which canned answers. Each test has shortcuts of its own. */
class CannedAnswersIT {

    private final Installation installation = Installation.shared();
    private final String mark = "t" + UUID.randomUUID().toString().substring(0, 8);

    private HttpResponse<String> call(String method, String path, String userName, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve("api/v1/answers" + path))
            .header("Content-Type", type)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        Optional.ofNullable(userName).ifPresent(name -> request.header("Cookie", People.cookie(installation, name)));
        return People.call(request);
    }

    private HttpResponse<String> json(String method, String path, String userName, String shortcut, String text, boolean shared) {
        return call(method, path, userName, "application/json",
            Json.createObjectBuilder().add("shortcut", shortcut).add("text", text).add("shared", shared).build().toString());
    }

    private HttpResponse<String> imported(String userName, String file) {
        return call("POST", "/import", userName, "text/csv", file);
    }

    private static JsonObject object(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private String add(String userName, String shortcut, boolean shared) {
        HttpResponse<String> added = json("POST", "", userName, shortcut, "Text of " + shortcut, shared);
        assertEquals(201, added.statusCode(), added.body());
        return "/" + object(added).getString("id");
    }

    /** Returns a person's answers of this test: shortcut, text, shared. */
    private List<String> has(String userName) {
        return object(People.get(installation, "api/v1/answers", People.cookie(installation, userName))).getJsonArray("answers")
            .getValuesAs(JsonObject.class).stream().filter(answer -> answer.getString("shortcut").contains(mark))
            .map(
                a -> a.getString("shortcut").replace(mark, "") + ":" + a.getString("text").replace(mark, "") + ":" + a.getBoolean("shared"))
            .toList();
    }

    @Test
    void personalOnesAreTheOwnersAndSharedOnesTheSalesAdmins() {
        String own = add("ana", mark, false);
        String shared = add("sam", mark, true);
        assertEquals(List.of(":Text of :false", ":Text of :true"), has("ana"), "one's own first, beside a shared one of the same name");
        assertEquals(List.of(":Text of :true"), has("ben"));
        assertEquals(List.of(":Text of :true"), has("sam"));
        for (String other : List.of("ben", "sam")) {
            assertEquals(404, json("PUT", own, other, mark, "Mine now", false).statusCode());
            assertEquals(404, call("DELETE", own, other, "application/json", null).statusCode());
        }
        assertEquals(404, json("PUT", own, "sam", mark + "x", "Everybody's now", true).statusCode());
        assertEquals(403, json("POST", "", "ana", mark + "x", "text", true).statusCode());
        assertEquals(403, json("PUT", own, "ana", mark + "x", "text", true).statusCode());
        assertEquals(403, json("PUT", shared, "ana", mark, "text", true).statusCode());
        assertEquals(403, json("PUT", shared, "ana", mark, "Mine now", false).statusCode());
        assertEquals(403, call("DELETE", shared, "ana", "application/json", null).statusCode());
        assertEquals(List.of(":Text of :false", ":Text of :true"), has("ana"));
        assertEquals(200, json("PUT", own, "ana", "/" + mark.toUpperCase() + "-b", "Other {visitor.name}", false).statusCode());
        assertEquals(200, json("PUT", shared, "sam", mark, "Sam's own now", false).statusCode());
        assertEquals(List.of("-b:Other {visitor.name}:false"), has("ana"));
        assertEquals(204, call("DELETE", own, "ana", "application/json", null).statusCode());
        assertEquals(404, call("DELETE", own, "ana", "application/json", null).statusCode());
        assertEquals(List.of(), has("ana"));
    }

    @Test
    void theyAreForThoseWhoTakeChats() {
        assertEquals(401, People.get(installation, "api/v1/answers", null).statusCode());
        assertEquals(401, imported(null, "shortcut,text,shared\n").statusCode());
        for (String userName : List.of("cal", "mia")) {
            String cookie = People.cookie(installation, userName);
            assertEquals(403, People.get(installation, "api/v1/answers", cookie).statusCode());
            assertEquals(403, People.get(installation, "api/v1/answers/export.csv", cookie).statusCode());
            assertEquals(403, imported(userName, "shortcut,text,shared\n").statusCode());
            assertEquals(403, json("POST", "", userName, mark, "text", false).statusCode());
            assertEquals(403, People.get(installation, "answers", cookie).statusCode());
            assertEquals(403, People.get(installation, "answers.xhtml", cookie).statusCode());
        }
    }

    @Test
    void whatIsKnownIsNotSentAgainAndWhatChangedIs() {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve("api/v1/answers")).header("Cookie",
            People.cookie(installation, "chae"));
        HttpResponse<String> first = People.call(request);
        request.header("If-None-Match", first.headers().firstValue("ETag").orElseThrow());
        assertEquals(304, People.call(request).statusCode());
        add("chae", mark, false);
        assertEquals(200, People.call(request).statusCode());
    }

    @Test
    void wrongFieldsAreRefused() {
        add("ana", mark, false);
        assertEquals(409, json("POST", "", "ana", "/" + mark.toUpperCase(), "text", false).statusCode());
        String other = add("ana", mark + "b", false);
        assertEquals(409, json("PUT", other, "ana", mark, "text", false).statusCode());
        assertEquals(400, json("POST", "", "ana", "two words", "text", false).statusCode());
        assertEquals(400, json("POST", "", "ana", mark + "c", " ", false).statusCode());
        assertEquals(400, json("POST", "", "ana", mark + "c", "Hello {visitor.nmae}", false).statusCode());
        assertEquals(404, json("PUT", "/nonsense", "ana", mark + "c", "text", false).statusCode());
        assertEquals(List.of(":Text of :false", "b:Text of b:false"), has("ana"));
    }

    @Test
    void aFileIsImportedAsAWholeAndTellsWhatItDid() {
        String file = "\uFEFFshortcut,text,shared\r\n" + mark + ",\"=SUM(1)\r\n\"\"two\"\"\",false\r\n" + mark + "-배송,이틀,false\r\n";
        HttpResponse<String> first = imported("ana", file);
        assertEquals(200, first.statusCode(), first.body());
        assertEquals("{\"added\":2,\"changed\":0,\"unchanged\":0}", first.body());
        assertEquals(List.of(":=SUM(1)\n\"two\":false", "-배송:이틀:false"), has("ana"));
        assertEquals("{\"added\":0,\"changed\":1,\"unchanged\":1}", imported("ana", file.replace("이틀", "사흘")).body());
        assertEquals(List.of(), has("ben"));
    }

    @Test
    void whatIsExportedCanBeImportedAgainByTheSamePerson() {
        assertEquals(201, json("POST", "", "ben", mark, "=1+1", false).statusCode());
        assertEquals(201, json("POST", "", "ben", mark + "b", "'=1 \"+\"\n", false).statusCode());
        HttpResponse<String> exported = People.get(installation, "api/v1/answers/export.csv", People.cookie(installation, "ben"));
        assertEquals("attachment; filename=\"canned-answers.csv\"", exported.headers().firstValue("Content-Disposition").orElse(null));
        assertTrue(exported.body().startsWith("\uFEFFshortcut,text,shared\r\n"), exported.body());
        assertTrue(exported.body().contains("\r\n" + mark + ",'=1+1,false\r\n"), exported.body());
        JsonObject report = object(imported("ben", exported.body()));
        assertEquals(0, report.getInt("added") + report.getInt("changed"), "shared ones too, since nothing changes");
        assertTrue(report.getInt("unchanged") > 2);
    }

    @Test
    void oneWrongLineKeepsAllOut() {
        add("sam", mark + "s", true);
        HttpResponse<String> refused = imported("ana",
            "shortcut,text,shared\n" + mark + ",fine,false\n" + mark + "s,changed,true\n" + mark + "x,new,true\n"
                + "a b,text,false\n" + mark + "s,\"Text of " + mark + "s\",true\n");
        assertEquals(400, refused.statusCode());
        assertEquals("application/problem+json", refused.headers().firstValue("Content-Type").orElse(null));
        assertEquals(
            "[{\"line\":3,\"reason\":\"NOT_ALLOWED\"},{\"line\":4,\"reason\":\"NOT_ALLOWED\"},{\"line\":5,\"reason\":\"SHORTCUT\"},"
                + "{\"line\":6,\"reason\":\"TWICE\"}]",
            object(refused).getJsonArray("errors").toString());
        assertEquals(List.of("s:Text of s:true"), has("ana"));
    }

    @Test
    void thereIsRoomForSoManyAndNotOneMore() {
        StringBuilder file = new StringBuilder("shortcut,text,shared\n");
        for (int i = 0; i < 201; i++) {
            file.append(mark).append('-').append(i).append(",text,false\n");
        }
        assertEquals("[{\"line\":0,\"reason\":\"TOO_MANY\"}]", object(imported("sam", file.toString())).getJsonArray("errors").toString());
        assertEquals(List.of(), has("sam"));
        assertEquals("[{\"line\":0,\"reason\":\"TOO_BIG\"}]",
            object(imported("sam", "x".repeat((1 << 20) + 2))).getJsonArray("errors").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null"})
    void otherSitesImportNothing(String origin) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve("api/v1/answers/import"))
            .header("Content-Type", "text/csv")
            .header("Cookie", People.cookie(installation, "ana")).header("Origin", origin)
            .POST(BodyPublishers.ofString("shortcut,text,shared\n" + mark + ",text,false\n"));
        assertEquals(403, People.call(request).statusCode());
        assertFalse(has("ana").contains(":text:false"));
    }
}
