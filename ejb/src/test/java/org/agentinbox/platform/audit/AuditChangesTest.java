package org.agentinbox.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** In what a thing differs from what it was, and what of it is told. */
class AuditChangesTest {

    private static final UUID ANA = new UUID(7, 1);
    private static final UUID BEN = new UUID(7, 2);

    private record Inner(String zone, List<Integer> places) {}

    private record Thing(UUID id, int version, String name, boolean on, Set<UUID> members, Inner inner, String apiPassword,
        @AuditSecret String pin) {}

    private static Thing thing(String name, Set<UUID> members, String zone, String password, String pin) {
        return new Thing(UUID.randomUUID(), new Random().nextInt(), name, true, members, new Inner(zone, List.of(1)), password, pin);
    }

    private static String told(Object before, Object after) {
        AuditChanges changes = AuditChanges.between(before, after);
        return changes.before(Map.of(ANA, "Ana")) + " " + changes.after(Map.of(ANA, "Ana"));
    }

    @Test
    void onlyWhatDiffersIsTold() {
        assertEquals("{\"name\":\"A\"} {\"name\":\"B\"}", told(thing("A", Set.of(ANA), "UTC", "x", "1"), thing("B", Set.of(ANA), "UTC", "x",
            "1")));
        assertEquals("{\"inner\":{\"zone\":\"UTC\"}} {\"inner\":{\"zone\":\"Asia/Seoul\"}}", told(thing("A", Set.of(), "UTC", "x", "1"),
            thing("A", Set.of(), "Asia/Seoul", "x", "1")));
        assertEquals("null {\"members\":[{\"id\":\"" + ANA + "\",\"name\":\"Ana\"},{\"id\":\"" + BEN + "\"}]}", told(thing("A", Set.of(),
            "UTC", "x", "1"), thing("A", Set.of(BEN, ANA), "UTC", "x", "1")));
        assertTrue(AuditChanges.between(thing("A", Set.of(ANA, BEN), "UTC", "x", "1"), thing("A", Set.of(BEN, ANA), "UTC", "x", "1"))
            .isEmpty());
    }

    @Test
    void whatIsMadeOrGoneIsToldAsAWhole() {
        AuditChanges made = AuditChanges.between(null, Map.of("name", "A", "empty", "", "none", List.of()));
        assertNull(made.before(Map.of()));
        assertEquals("{\"name\":\"A\"}", made.after(Map.of()).toString());
        assertEquals("{\"name\":\"A\"} null", told(Map.of("name", "A"), null));
    }

    @Test
    void secretsAreToldWithoutTheirValues() {
        String told = told(thing("A", Set.of(), "UTC", "old-word", "1111"), thing("A", Set.of(), "UTC", "new-word", "2222"));
        assertEquals("{\"apiPassword\":{\"secret\":true},\"pin\":{\"secret\":true}} {\"apiPassword\":{\"secret\":true},\"pin\":"
            + "{\"secret\":true}}", told);
        String nested = told(null, Map.of("deep", Map.of("accessToken", "t-1", "list", List.of(Map.of("clientSecret", "s-1")))));
        assertFalse(nested.contains("t-1") || nested.contains("s-1"), nested);
    }

    @Test
    void longTextsAndListsAreCut() {
        JsonObject after = AuditChanges.between(null, Map.of("text", "😀".repeat(AuditChanges.LONGEST_TEXT + 1), "list",
            Collections.nCopies(AuditChanges.LONGEST_LIST + 9, 1))).after(Map.of());
        assertEquals("😀".repeat(AuditChanges.LONGEST_TEXT) + "…", after.getString("text"));
        assertEquals(AuditChanges.LONGEST_LIST + 1, after.getJsonArray("list").size());
    }

    /** Whatever was, and is: what is told are the members that differ, with both values, and no others. */
    @Test
    void ofAnythingTheDifferenceIsToldAndNothingElse() {
        Random random = new Random(40);
        for (int i = 0; i < 2_000; i++) {
            Map<String, Object> before = anything(random);
            Map<String, Object> after = anything(random);
            AuditChanges changes = AuditChanges.between(before, after);
            JsonObject was = changes.before(Map.of()) == null ? JsonValue.EMPTY_JSON_OBJECT : changes.before(Map.of());
            JsonObject is = changes.after(Map.of()) == null ? JsonValue.EMPTY_JSON_OBJECT : changes.after(Map.of());
            for (String name : List.of("a", "b", "c")) {
                boolean isSame = Objects.equals(before.get(name), after.get(name));
                assertEquals(isSame ? null : value(before.get(name)), was.get(name));
                assertEquals(isSame ? null : value(after.get(name)), is.get(name));
            }
        }
    }

    private static Map<String, Object> anything(Random random) {
        Map<String, Object> made = new HashMap<>();
        for (String name : List.of("a", "b", "c")) {
            switch (random.nextInt(4)) {
                case 0 -> made.put(name, random.nextInt(2));
                case 1 -> made.put(name, "text " + random.nextInt(2));
                case 2 -> made.put(name, random.nextBoolean());
                default -> {
                    // It has no such member.
                }
            }
        }
        return made;
    }

    private static JsonValue value(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof Boolean is ? is ? JsonValue.TRUE : JsonValue.FALSE
            : value instanceof Integer number ? Json.createValue(number) : Json.createValue((String) value);
    }
}
