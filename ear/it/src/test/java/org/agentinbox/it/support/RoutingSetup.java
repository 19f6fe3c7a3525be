package org.agentinbox.it.support;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Teams, entries and rules of an installation, written into its database. That administrators can make them is tested elsewhere. */
public final class RoutingSetup {

    private final Installation installation;

    public RoutingSetup(Installation installation) {
        this.installation = installation;
    }

    /** Removes all that was made, and makes the default entry as it was at first. */
    public void reset() {
        installation.query("DELETE FROM entry WHERE key <> 'default'");
        installation.query("UPDATE entry SET routing = 'ROUND_ROBIN', agent_id = NULL, team_id = NULL, queue_minutes = 0, "
            + "booking = 'NONE', booking_agent_id = NULL, booking_team_id = NULL, takes_messages = false, content = '{}'");
        installation.query("DELETE FROM routing_rule");
        installation.query("DELETE FROM team");
    }

    /** @return the id of the new team */
    public UUID team(String name, String... userNames) {
        UUID id = UUID.randomUUID();
        installation.query("INSERT INTO team (id, version, name, changed_at) VALUES (?, 0, ?, now())", id, name);
        Arrays.stream(userNames).forEach(user -> installation.query(
            "INSERT INTO team_member SELECT ?, id FROM account WHERE user_name = ?", id, user));
        return id;
    }

    /** @return the id of a team, as a text */
    public String idOfTeam(String name) {
        return installation.query("SELECT id FROM team WHERE name = ?", name).get(0);
    }

    /** Makes an entry with round robin. */
    public RoutingSetup entry(String key) {
        installation.query("INSERT INTO entry (id, version, key, name, active, position, routing, queue_minutes, booking, takes_messages, "
            + "content, changed_at) VALUES (gen_random_uuid(), 0, ?, ?, true, 9, 'ROUND_ROBIN', 0, 'NONE', false, '{}', now())", key, key);
        return this;
    }

    /** @param assignments such as {@code "queue_minutes = ?"} */
    public RoutingSetup set(String key, String assignments, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = key;
        installation.query("UPDATE entry SET " + assignments + " WHERE key = ?", all);
        return this;
    }

    /** @param conditions JSON, as in the database */
    public RoutingSetup rule(int position, String name, String conditions, UUID team) {
        installation.query("INSERT INTO routing_rule (id, version, name, active, position, matching, conditions, team_id, changed_at) "
            + "VALUES (gen_random_uuid(), 0, ?, true, ?, 'ALL', ?::jsonb, ?, now())", name, position, conditions, team);
        return this;
    }

    /** @return the account of a user name */
    public UUID account(String userName) {
        return UUID.fromString(installation.query("SELECT id FROM account WHERE user_name = ?", userName).get(0));
    }

    /** @return kinds and verdicts of the latest decision of a request, such as {@code ENTRY:ASKED} */
    public String steps(String conversationId) {
        return installation.query("""
            SELECT step ->> 'kind' || ':' || (step ->> 'verdict') FROM (SELECT steps FROM routing_decision WHERE conversation_id = ?::uuid
                ORDER BY id DESC LIMIT 1) latest, jsonb_array_elements(latest.steps) WITH ORDINALITY AS s (step, number) ORDER BY number
            """, conversationId).stream().collect(Collectors.joining(" "));
    }
}
