package org.agentinbox.it.fuzz;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.agentinbox.it.support.Installation;

/** Requests from {@code openapi.yaml}: paths, queries, bodies and files. */
final class RestCases {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");
    private static final String FILE = "text/csv";

    private final Description description;
    private final List<Operation> operations = new ArrayList<>();

    private record Operation(String method, String path, List<Map<String, Object>> parameters, Map<String, Object> described) {}

    RestCases(Installation installation) {
        description = Description.of(installation, "openapi.yaml");
        Map<String, Object> paths = description.map("paths");
        paths.keySet().forEach(path -> {
            Map<String, Object> item = description.map(paths, path);
            item.keySet().stream().filter(METHODS::contains).forEach(method -> {
                Map<String, Object> described = description.map(item, method);
                operations.add(new Operation(method.toUpperCase(Locale.ROOT), path,
                    Stream.concat(description.list(item, "parameters").stream(), description.list(described, "parameters").stream())
                        .toList(),
                    described));
            });
        });
    }

    BadCase next(Chance chance) {
        Operation operation = chance.of(operations);
        Map<String, String> headers = new HashMap<>();
        String path = path(operation, chance);
        String body = body(operation, chance, headers);
        Charset charset = chance.oneIn(20) ? chance.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16) : StandardCharsets.UTF_8;
        return new HttpCase(operation.method(), path, headers, body == null ? null : Mistakes.sendable(body), charset,
            who(operation, chance), answer -> check(operation, answer));
    }

    private String who(Operation operation, Chance chance) {
        if (chance.oneIn(10)) {
            return chance.of("nobody", "key", "visitor", "mia", "cal");
        }
        String asked = String.valueOf(operation.described().get("security"));
        if (asked.contains("apiKey")) {
            return "key";
        }
        return asked.contains("visitor") && !(asked.contains("signIn") && chance.oneIn(2)) ? "visitor" : chance.of("ana", "sam");
    }

    private String path(Operation operation, Chance chance) {
        String path = "api/v1" + operation.path();
        StringBuilder query = new StringBuilder();
        for (Map<String, Object> parameter : operation.parameters()) {
            String name = (String) parameter.get("name");
            boolean inPath = "path".equals(parameter.get("in"));
            // Where many are wrong, the first that is refused hides the others.
            String value = chance.oneIn(operation.parameters().size() + 1) ? odd(chance) : String.valueOf(
                new Specimens(description, chance).of(description.map(parameter, "schema"), name));
            if (inPath) {
                // Without the value it would be another path, or one that is not plain.
                path = path.replace("{" + name + "}", value.matches("\\.{0,2}") ? "x" : encoded(value));
            } else if (!chance.oneIn(4)) {
                query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded(value));
            }
        }
        return path + query;
    }

    private static String odd(Chance chance) {
        String odd = Odd.text(chance);
        return odd.substring(0, Math.min(odd.length(), 500));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(Mistakes.sendable(value), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String body(Operation operation, Chance chance, Map<String, String> headers) {
        Map<String, Object> contents = description.map(description.map(operation.described(), "requestBody"), "content");
        if (contents.isEmpty()) {
            return null;
        }
        String type = contents.keySet().iterator().next();
        headers.put("Content-Type", type);
        String text = FILE.equals(type) ? file(operation, chance) : JsonText.of(Mistakes.inMembers(
            new Specimens(description, chance).of(description.map(description.map(contents, type), "schema"), "body"), chance));
        return Mistakes.inText(text, chance);
    }

    private static String file(Operation operation, Chance chance) {
        StringBuilder file = new StringBuilder(chance.oneIn(4) ? "\uFEFF" : "")
            .append(header(operation)).append("\r\n");
        if (operation.path().contains("accounts")) {
            return file.append(accounts(chance)).toString();
        }
        for (int lines = chance.below(4); lines > 0; lines--) {
            file.append(cell(chance, "price" + chance.below(30))).append(',').append(cell(chance, "Hello {visitor.name}; hi"));
            file.append(operation.path().contains("topics") ? "" : "," + cell(chance, chance.of("true", "false")))
                .append(chance.of("\r\n", "\n", "\r", ""));
        }
        return file.toString();
    }

    private static String header(Operation operation) {
        if (operation.path().contains("accounts")) {
            return "domain,owner,company";
        }
        return operation.path().contains("topics") ? "name,synonyms" : "shortcut,text,shared";
    }

    private static String accounts(Chance chance) {
        StringBuilder lines = new StringBuilder();
        for (int i = chance.below(4); i > 0; i--) {
            lines.append(cell(chance, chance.of("acme.example", "한국전자.kr", "co.kr", "*.acme.com", "naver.com"))).append(',')
                .append(cell(chance, chance.of("ana", "ben", "nobody"))).append(',').append(cell(chance, "Acme")).append("\n");
        }
        return lines.toString();
    }

    private static String cell(Chance chance, String meant) {
        String text = chance.oneIn(4) ? Odd.text(chance) : meant;
        return chance.oneIn(2) ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private void check(Operation operation, HttpResponse<String> answer) {
        Map<String, Object> responses = description.map(operation.described(), "responses");
        String status = Integer.toString(answer.statusCode());
        if (!responses.containsKey(status)) {
            throw new AssertionError("A status that is not described: " + status + " " + answer.body());
        }
        Map<String, Object> contents = description.map(description.map(responses, status), "content");
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (!contents.isEmpty() && !contents.containsKey(type)) {
            throw new AssertionError("A kind of content that is not described: " + type + " " + answer.body());
        }
        if (type.endsWith("json")) {
            Answers.checkJson(new Schema(description), description.map(description.map(contents, type), "schema"), answer.body());
        }
    }
}
