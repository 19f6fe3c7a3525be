package org.agentinbox.it.configuration;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.Site;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;

/** A program that reads and replaces the configuration. */
final class ConfigurationClient {

    private final Installation installation;
    private final String key;

    ConfigurationClient(Installation installation) {
        this.installation = installation;
        key = Site.apiKey(installation, "CONFIGURATION");
    }

    HttpResponse<String> call(String method, String query, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve("api/v1/configuration" + query))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return People.call(request);
    }

    private HttpResponse<String> byKey(String method, String query, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Authorization";
        all[1] = "Bearer " + key;
        return call(method, query, body == null ? null : body.getBytes(StandardCharsets.UTF_8), all);
    }

    HttpResponse<String> get(String... headers) {
        return byKey("GET", "", null, headers);
    }

    JsonObject document() {
        return object(get());
    }

    String tag() {
        return get().headers().firstValue("ETag").orElseThrow();
    }

    HttpResponse<String> put(String body, String... headers) {
        return byKey("PUT", "", body, headers);
    }

    /** Replaces whatever is there. */
    JsonObject replace(JsonObject document) {
        HttpResponse<String> answer = put(document.toString(), "If-Match", "*");
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return object(answer);
    }

    HttpResponse<String> dryRun(String body, String... headers) {
        return byKey("PUT", "?dryRun=true", body, headers);
    }

    /** What is wrong with a document, each as its reason and its place. */
    List<String> problems(String body) {
        HttpResponse<String> answer = dryRun(body);
        if (answer.statusCode() != 400) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return object(answer).getJsonArray("errors").getValuesAs(JsonObject.class).stream()
            .map(error -> error.getString("reason") + " " + error.getString("pointer")).toList();
    }

    static JsonObject object(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    /** The document with another value at a place; {@code /-} at its end adds one to an array. */
    static JsonObject with(JsonObject document, String pointer, String json) {
        JsonValue value = Json.createReader(new StringReader(json.replace('\'', '"'))).readValue();
        return (JsonObject) Json.createPointer(pointer).add((JsonStructure) document, value);
    }

    /** The document without what is at a place. */
    static JsonObject without(JsonObject document, String pointer) {
        JsonPointer place = Json.createPointer(pointer);
        return (JsonObject) place.remove((JsonStructure) document);
    }
}
