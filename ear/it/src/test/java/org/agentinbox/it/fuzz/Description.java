package org.agentinbox.it.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.yaml.snakeyaml.Yaml;

/** {@code asyncapi.yaml} or {@code openapi.yaml}, as the server hands it out. */
final class Description {

    private final Map<String, Object> root;

    private Description(Map<String, Object> root) {
        this.root = root;
    }

    static Description of(Installation installation, String file) {
        return new Description(new Yaml().load(People.get(installation, file, null).body()));
    }

    /** @return a member, itself resolved where it refers to something; empty where it is missing */
    @SuppressWarnings("unchecked")
    Map<String, Object> map(Map<String, Object> from, String name) {
        return from.get(name) == null ? Map.of() : resolved((Map<String, Object>) from.get(name));
    }

    Map<String, Object> map(String name) {
        return map(root, name);
    }

    /** @return the items of a list, resolved; empty where it is missing */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list(Map<String, Object> from, String name) {
        List<Map<String, Object>> items = (List<Map<String, Object>>) from.getOrDefault(name, List.of());
        return items.stream().map(this::resolved).toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> resolved(Map<String, Object> map) {
        if (!(map.get("$ref") instanceof String ref)) {
            return map;
        }
        Map<String, Object> at = root;
        for (String step : ref.substring(2).split("/")) {
            at = (Map<String, Object>) at.get(step.replace("~1", "/"));
        }
        return resolved(at);
    }

    /** @return the payloads of the frames that a client sends on a channel */
    List<Map<String, Object>> sentByClients(String channel) {
        List<Map<String, Object>> payloads = new ArrayList<>();
        operations(channel, "receive").forEach(operation -> list(operation, "messages").forEach(m -> payloads.add(map(m, "payload"))));
        return payloads;
    }

    /** @return the payloads of the frames that the server sends on a channel, by type */
    Map<String, Map<String, Object>> sentByServer(String channel) {
        Map<String, Map<String, Object>> payloads = new LinkedHashMap<>();
        List<Map<String, Object>> messages = new ArrayList<>();
        operations(channel, "send").forEach(operation -> messages.addAll(list(operation, "messages")));
        operations(channel, "receive").forEach(operation -> messages.addAll(list(map(operation, "reply"), "messages")));
        messages.forEach(message -> payloads.put((String) message.get("name"), map(message, "payload")));
        payloads.put("error", map(map(map(map("components"), "messages"), "error"), "payload"));
        return payloads;
    }

    private List<Map<String, Object>> operations(String channel, String action) {
        Map<String, Object> wanted = map(map("channels"), channel);
        Map<String, Object> operations = map("operations");
        return operations.keySet().stream().map(name -> map(operations, name))
            .filter(o -> action.equals(o.get("action")) && map(o, "channel") == wanted).toList();
    }
}
