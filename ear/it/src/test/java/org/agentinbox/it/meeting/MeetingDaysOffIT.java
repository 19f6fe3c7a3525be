package org.agentinbox.it.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.RoutingSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that no meeting can be booked on a day off, be it the agent's, their team's or everybody's. */
class MeetingDaysOffIT extends MeetingTests {

    private static final String NAME = "Off " + UUID.randomUUID();

    @AfterEach
    void everybodyWorks() {
        installation.query("DELETE FROM day_off WHERE name = ?", NAME);
        installation.query("DELETE FROM team WHERE name = ?", NAME);
    }

    private void off(String scope, UUID accountOrNull, UUID teamOrNull, LocalDate day) {
        installation.query(
            "INSERT INTO day_off (id, scope, account_id, team_id, name, starts_on, start_minute, ends_on, end_minute, changed_at) "
                + "VALUES (gen_random_uuid(), ?, CAST(? AS uuid), CAST(? AS uuid), ?, ?, 0, ?, 1440, now())",
            scope,
            accountOrNull == null ? null : accountOrNull.toString(), teamOrNull == null ? null : teamOrNull.toString(), NAME,
            java.sql.Date.valueOf(day), java.sql.Date.valueOf(day.plusDays(1)));
    }

    @Test
    void aDayOffHasNoSlots() {
        RoutingSetup setup = new RoutingSetup(installation);
        try (Chat chat = shared()) {
            List<String> before = slots(token, id("ana"));
            String first = before.get(0);
            // The day of Lisbon may be the one before: two days are off.
            LocalDate day = Instant.parse(first).atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
            off("AGENT", setup.account("ben"), null, day);
            assertEquals(before, slots(token, id("ana")), "somebody else's");
            off("TEAM", null, setup.team(NAME, "ana"), day);
            assertFalse(slots(token, id("ana")).contains(first), "her team's");
            assertEquals(409, call("POST", "meetings", token, booking(id("ana"), first, chat.id())).statusCode());
            everybodyWorks();
            assertTrue(slots(token, id("ana")).contains(first));
            off("SITE", null, null, day);
            assertFalse(slots(token, id("ana")).contains(first), "everybody's");
            everybodyWorks();
            off("AGENT", setup.account("ana"), null, day);
            assertFalse(slots(token, id("ana")).contains(first), "her own");
        }
    }
}
