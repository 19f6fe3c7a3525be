package org.agentinbox.platform.securitylog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Something that whoever looks into an incident needs to know, as names and values. Never give it a password, a token or a key.
 */
public final class SecurityEvent {

    private static final String ADDRESS = "address";

    private final Map<String, String> values;

    private SecurityEvent(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param name what happened, such as {@code sign-in}; one of those in ear/src/docs/administrators.md#security-events
     * @return an event at the address of the request that this thread works on
     */
    public static SecurityEvent of(String name) {
        SecurityEvent event = new SecurityEvent(Map.of()).with("event", name);
        return ClientAddress.current().map(event::from).orElse(event);
    }

    /**
     * @param key a word
     * @param value any text; null counts as empty
     * @return the same with this too, in the place of the one that the key had
     */
    public SecurityEvent with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new SecurityEvent(more);
    }

    /**
     * @param key a word
     * @param id an id, or null where there is none
     * @return the same with it
     */
    public SecurityEvent with(String key, UUID id) {
        return with(key, id == null ? "none" : id.toString());
    }

    /**
     * @param key a word
     * @param list of words
     * @return the same with these in the order of the alphabet
     */
    public SecurityEvent with(String key, Collection<?> list) {
        return with(key, list.stream().map(Object::toString).sorted().collect(Collectors.joining("+")));
    }

    /**
     * @param account who did it; null where it was the server by itself, such as by its settings
     * @return the same with it
     */
    public SecurityEvent by(UUID account) {
        return with("by", account == null ? "server" : account.toString());
    }

    /**
     * @param address the client's
     * @return the same from there
     */
    public SecurityEvent from(String address) {
        return with(ADDRESS, address);
    }

    /** Keys and values in one line, the address at its end. */
    String line() {
        String address = values.get(ADDRESS);
        return values.entrySet().stream().filter(each -> !each.getKey().equals(ADDRESS)).map(each -> part(each.getKey(), each.getValue()))
            .collect(Collectors.joining(" ", "", address == null ? "" : " " + part(ADDRESS, address)));
    }

    private static String part(String key, String value) {
        return key + '=' + LogText.value(value);
    }

    @Override
    public String toString() {
        return line();
    }
}
