package org.agentinbox.it.companyaccount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Tests over REST who may read and replace the account list, and what is said of a file. */
class CompanyAccountsApiIT {

    private static final String HEADER = "domain,owner,company\r\n";
    private static final String TWO = HEADER + "acme.example,ana,Acme\r\n한국전자.kr,ben,\"'=1+1\"\r\n";

    private final Installation installation = Installation.shared();
    private final String key = Site.apiKey(installation, "CONFIGURATION");

    @BeforeEach
    void anEmptyList() {
        installation.query("DELETE FROM company_account");
        installation.query("DELETE FROM company_account_import");
    }

    private HttpResponse<String> call(String method, String path, String header, String value, String file) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve("api/v1/accounts" + path))
            .header("Content-Type", "text/csv").method(method, file == null ? BodyPublishers.noBody() : BodyPublishers.ofString(file));
        Optional.ofNullable(value).ifPresent(given -> request.header(header, given));
        return People.call(request);
    }

    private HttpResponse<String> byKey(String method, String withKey, String file) {
        return call(method, "", "Authorization", withKey == null ? null : "Bearer " + withKey, file);
    }

    private HttpResponse<String> put(String file) {
        return byKey("PUT", key, file);
    }

    private HttpResponse<String> as(String userName, String method, String path, String file) {
        return call(method, path, "Cookie", People.cookie(installation, userName), file);
    }

    private static JsonObject object(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private List<String> stored() {
        return installation.query("SELECT domain || ' ' || user_name || ' ' || COALESCE(company, '-') FROM company_account c "
            + "JOIN account a ON a.id = c.owner_id ORDER BY domain");
    }

    @Test
    void aProgramReplacesTheListAndReadsItBack() {
        HttpResponse<String> replaced = put(TWO);
        assertEquals(200, replaced.statusCode(), replaced.body());
        assertEquals("{\"added\":2,\"changed\":0,\"unchanged\":0,\"removed\":0,\"withoutChats\":0}", replaced.body());
        assertEquals(List.of("acme.example ana Acme", "xn--3e0br90c6jam96b.kr ben =1+1"), stored());
        HttpResponse<String> got = byKey("GET", key, null);
        assertEquals("\uFEFF" + TWO.replace("\"'=1+1\"", "'=1+1"), got.body());
        assertEquals("attachment; filename=\"accounts.csv\"", got.headers().firstValue("Content-Disposition").orElse(null));
        assertEquals("{\"added\":0,\"changed\":1,\"unchanged\":0,\"removed\":1,\"withoutChats\":1}",
            put(HEADER.replace(',', ';') + "ACME.example;mia;Acme\r\n").body());
        assertEquals(List.of("acme.example mia Acme"), stored());
    }

    @Test
    void aKeyNeedsTheScopeAndASignInIsNone() {
        for (String method : List.of("GET", "PUT")) {
            String file = method.equals("PUT") ? TWO : null;
            assertEquals(401, byKey(method, null, file).statusCode());
            assertEquals(401, byKey(method, "aik_nonsense", file).statusCode());
            assertEquals(403, byKey(method, Site.apiKey(installation, "READ", "VISITORS"), file).statusCode());
            assertEquals(401, as("sam", method, "", file).statusCode());
        }
        assertEquals(List.of(), stored());
    }

    @Test
    void thePageIsForAdministrators() {
        assertEquals(401, call("POST", "/import", "Cookie", null, TWO).statusCode());
        for (String other : List.of("ana", "cal")) {
            assertEquals(403, as(other, "POST", "/import", TWO).statusCode());
            assertEquals(403, as(other, "GET", "/import", null).statusCode());
            assertEquals(403, as(other, "GET", "/export.csv", null).statusCode());
            assertEquals(403, People.get(installation, "admin/accounts", People.cookie(installation, other)).statusCode());
            assertEquals(403, People.get(installation, "admin/accounts.xhtml", People.cookie(installation, other)).statusCode());
        }
        assertEquals(List.of(), stored());
        for (String admin : List.of("sam", "mia")) {
            assertEquals(200, as(admin, "POST", "/import", TWO).statusCode());
            assertEquals("DONE", object(as(admin, "GET", "/import", null)).getString("state"));
            assertTrue(as(admin, "GET", "/export.csv", null).body().contains("acme.example"));
            assertEquals(200, People.get(installation, "admin/accounts", People.cookie(installation, admin)).statusCode());
        }
        assertEquals(403, People.call(HttpRequest.newBuilder(installation.address().resolve("api/v1/accounts/import"))
            .header("Content-Type", "text/csv").header("Cookie", People.cookie(installation, "sam"))
            .header("Origin", "https://evil.example")
            .POST(BodyPublishers.ofString(HEADER))).statusCode());
        assertEquals(2, stored().size());
    }

    @Test
    void wrongLinesAreToldAndNothingIsChanged() {
        put(TWO);
        String fine = IntStream.range(0, 1_000).mapToObj(i -> "c" + i + ".example,ana,\r\n").collect(Collectors.joining());
        HttpResponse<String> refused = put(HEADER + fine + "co.kr,ana,\r\n");
        assertEquals(400, refused.statusCode());
        assertEquals("application/problem+json", refused.headers().firstValue("Content-Type").orElse(null));
        assertEquals("{\"title\":\"INVALID_FILE\",\"status\":400,\"detail\":\"Nothing was imported.\",\"errors\":[{\"line\":1002,"
            + "\"reason\":\"PUBLIC_SUFFIX\"}],\"wrong\":1}", refused.body());
        JsonObject all = object(put(HEADER + fine.replace("c", "*.c")));
        assertEquals(100, all.getJsonArray("errors").size());
        assertEquals(1_000, all.getInt("wrong"));
        assertEquals("REFUSED", object(as("mia", "GET", "/import", null)).getString("state"));
        assertEquals(2, stored().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "domain,owner\nacme.example,ana\n", "name,synonyms\n", "acme.example,ana,Acme\n"})
    void otherFilesAreRefused(String file) {
        assertEquals("[{\"line\":1,\"reason\":\"HEADER\"}]", object(put(file)).getJsonArray("errors").toString());
    }

    @Test
    void oneFileAtATime() {
        installation.query("INSERT INTO company_account_import (id, state, begun_at, seen_at, lines_done, lines_total) "
            + "VALUES (gen_random_uuid(), 'STORING', now(), now(), 2, 5)");
        HttpResponse<String> refused = put(TWO);
        assertEquals(409, refused.statusCode());
        assertEquals("IMPORT_RUNNING", object(refused).getString("title"));
        JsonObject progress = object(as("sam", "GET", "/import", null));
        assertEquals("true STORING 2 5", progress.getBoolean("running") + " " + progress.getString("state") + " "
            + progress.getInt("linesDone") + " " + progress.getInt("linesTotal"));
    }

    @Test
    void whatIsTooLongIsRefused() {
        String many = HEADER + IntStream.range(0, 300_000).mapToObj(i -> "c" + i + ".example,ana,\n").collect(Collectors.joining());
        assertEquals("[{\"line\":0,\"reason\":\"TOO_MANY\"}]", object(put(many)).getJsonArray("errors").toString());
        assertEquals("[{\"line\":0,\"reason\":\"TOO_BIG\"}]", object(put("x".repeat((32 << 20) + 2))).getJsonArray("errors").toString());
        HttpResponse<String> unread = put("x".repeat((33 << 20) + 1));
        assertEquals(413, unread.statusCode(), unread.body());
    }
}
