package org.agentinbox.web.configuration;

import static org.agentinbox.platform.JsonApi.JSON;

import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;

import org.agentinbox.configuration.ConfigurationProblem;
import org.agentinbox.configuration.ConfigurationProblem.Reason;
import org.agentinbox.configuration.ConfigurationReport;
import org.agentinbox.configuration.Differences;
import org.agentinbox.web.platform.Bundles;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What a replacement of the configuration did, or why it was refused, as JSON. */
final class ConfigurationJson {

    private static final String TEXT = "configuration.problem.";

    private ConfigurationJson() {}

    static Response done(ConfigurationReport report, boolean isDryRun) {
        Differences differences = report.differences();
        JsonMessage.Builder json = JsonMessage.object().with("dryRun", isDryRun).with("etag", report.tag())
            .with("added", array(differences.added(), ConfigurationJson::item))
            .with("changed", array(differences.changed(), ConfigurationJson::change))
            .with("removed", array(differences.removed(), ConfigurationJson::item))
            .with("moved", array(differences.moved(), ConfigurationJson::move)).with("unchanged", differences.unchanged());
        return Response.ok(json.toString()).header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
    }

    private static <T> JsonArray array(List<T> list, Function<T, JsonObject> json) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        list.forEach(one -> array.add(json.apply(one)));
        return array.build();
    }

    private static JsonObject item(Differences.Item item) {
        return JsonMessage.object().with("kind", item.section().member()).with("key", item.key()).build();
    }

    private static JsonObject change(Differences.Change change) {
        return JsonMessage.object().with("kind", change.section().member()).with("key", change.key()).with("before", change.before())
            .with("after", change.after()).build();
    }

    private static JsonObject move(Differences.Move move) {
        return JsonMessage.object().with("kind", move.section().member()).with("before", keys(move.before()))
            .with("after", keys(move.after())).build();
    }

    private static JsonArray keys(List<String> keys) {
        return JSON.createArrayBuilder(keys).build();
    }

    static Response refused(ConfigurationReport report, Locale language) {
        ResourceBundle texts = Bundles.bundle("pages", language);
        JsonArray errors = array(report.problems(), problem -> JsonMessage.object().with("pointer", problem.pointer())
            .with("reason", problem.reason()).with("detail", detail(problem, texts, language)).build());
        String body = JsonMessage.object().with("title", "INVALID_CONFIGURATION").with("status", 400)
            .with("detail", texts.getString("configuration.refused")).with("wrong", report.wrong()).with("errors", errors).toString();
        return Response.status(400).type("application/problem+json").language(language)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE).entity(body.getBytes(StandardCharsets.UTF_8)).build();
    }

    /** What a feature refuses has the text of the feature's page. */
    private static String detail(ConfigurationProblem problem, ResourceBundle texts, Locale language) {
        String ofPage = problem.reason() == Reason.INVALID ? problem.refused().replaceFirst("\\.", ".refused.") : "";
        String key = texts.containsKey(ofPage) ? ofPage : TEXT + problem.reason();
        String text = texts.getString(key);
        return problem.arguments().isEmpty() ? text : new MessageFormat(text, language).format(problem.arguments().toArray());
    }
}
