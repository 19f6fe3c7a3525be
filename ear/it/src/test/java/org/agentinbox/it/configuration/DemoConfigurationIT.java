package org.agentinbox.it.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.agentinbox.it.support.Installation;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;

/** Tests that the demo's configuration comes from a document, once. */
class DemoConfigurationIT {

    @Test
    void itIsThereAfterTheFirstStartAndNotMadeAgain() {
        try (Installation installation = Installation.start("demo-configuration", Map.of("agentinbox.demo", "true"))) {
            ConfigurationClient client = new ConfigurationClient(installation);
            JsonObject document = client.document();
            assertEquals(List.of("Sales", "한국어"), names(document, "teams", "name"));
            assertEquals(List.of("default", "pricing", "korea"), names(document, "entries", "key"));
            assertEquals(List.of("Korean visitors", "Everybody else"), names(document, "rules", "name"));
            assertEquals(10, document.getJsonArray("topics").size());
            assertEquals(6, document.getJsonArray("outcomes").size());
            assertEquals(4, document.getJsonArray("tags").size());
            assertEquals(12, document.getJsonArray("answers").size());
            assertEquals(List.of("Labour Day", "New Year"), names(document, "daysOff", "name").stream().sorted().toList());
            LocalDate soon = LocalDate.now(ZoneOffset.UTC).plusDays(58);
            for (JsonObject day : document.getJsonArray("daysOff").getValuesAs(JsonObject.class)) {
                LocalDate first = LocalDate.parse(day.getString("first"));
                assertTrue(first.isAfter(soon) && first.isBefore(soon.plusYears(1).plusDays(4)), day.toString());
            }
            assertEquals(List.of("hanbit-bio.example chae", "nordbio.example ana", "pennine-materials.example ben"),
                installation.query("SELECT domain || ' ' || user_name FROM company_account JOIN account ON id = owner_id ORDER BY domain"));
            client.replace(ConfigurationClient.with(document, "/rules", "[]"));
            installation.server().close();
            installation.startServer();
            assertEquals(List.of("0"), installation.query("SELECT count(*) FROM routing_rule"));
        }
    }

    private static List<String> names(JsonObject document, String section, String member) {
        return document.getJsonArray(section).getValuesAs(JsonObject.class).stream().map(one -> one.getString(member)).toList();
    }
}
