package org.agentinbox.it.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.agentinbox.it.support.Installation;

/**
 * A large site, written into the database: agents with hours and days off, teams, rules, entries and companies' accounts. Of ten agents
 * one has no hours and one has no open inbox; the others can take chats at any time.
 */
final class RoutingWorld {

    static final int AGENTS = Integer.getInteger("bench.agents", 1_000);
    static final int TEAMS = 100;
    static final int RULES = 500;
    static final int ACCOUNTS = 200_000;
    /** Entries of all routing options. */
    static final List<String> ENTRIES = List.of("default", "one", "team", "rules", "queue");

    private static final String AGENT = "(SELECT id FROM account WHERE user_name = 'desk' || %s)";
    private static final List<String> MADE = List.of(
        "INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) SELECT "
            + "gen_random_uuid(), 0, 'desk' || n, 'Desk ' || n, password_hash, false, true, now() FROM account, generate_series(1, "
            + AGENTS + ") n WHERE user_name = 'ana'",
        "INSERT INTO account_role SELECT id, 'LIVE_AGENT' FROM account WHERE user_name LIKE 'desk%'",
        "INSERT INTO agent (account_id, time_zone) SELECT id, (ARRAY['UTC', 'Europe/Berlin', 'Asia/Seoul', 'America/Chicago'])"
            + "[1 + substr(user_name, 5)::int % 4] FROM account WHERE user_name LIKE 'desk%' ORDER BY substr(user_name, 5)::int",
        "INSERT INTO agent_block SELECT id, day, start * 720, start * 720 + 720 FROM account, generate_series(1, 7) day, "
            + "generate_series(0, 1) start WHERE user_name LIKE 'desk%' AND user_name NOT LIKE 'desk%0'",
        "INSERT INTO agent_connection SELECT gen_random_uuid(), id, gen_random_uuid(), now() + interval '1 day' FROM account "
            + "WHERE user_name LIKE 'desk%' AND user_name NOT LIKE 'desk%1'",
        "INSERT INTO day_off SELECT gen_random_uuid(), 'AGENT', id, 'Away', CURRENT_DATE + 30, 0, CURRENT_DATE + 40, 1440, NULL, NULL, "
            + "now() FROM account WHERE user_name LIKE 'desk%'",
        "INSERT INTO day_off SELECT gen_random_uuid(), 'SITE', NULL, 'Holiday ' || n, CURRENT_DATE + 5 * n, 0, CURRENT_DATE + 5 * n, 1440, "
            + "NULL, NULL, now() FROM generate_series(1, 20) n",
        "INSERT INTO team SELECT ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 0, 'Team ' || n, NULL, now() "
            + "FROM generate_series(1, " + TEAMS + ") n",
        "INSERT INTO team_member SELECT ('00000000-0000-4000-8000-' || lpad(to_hex(1 + substr(user_name, 5)::int % " + TEAMS
            + "), 12, '0'))::uuid, id FROM account WHERE user_name LIKE 'desk%'",
        "INSERT INTO routing_rule SELECT gen_random_uuid(), 0, 'Rule ' || n, true, n, 'ALL', json_build_array(json_build_object('subject', "
            + "'COMPANY', 'comparison', 'IS', 'value', 'Company ' || n), json_build_object('subject', 'PAGE', 'comparison', 'CONTAINS', "
            + "'value', 'https')), ('00000000-0000-4000-8000-' || lpad(to_hex(1 + n % " + TEAMS + "), 12, '0'))::uuid, now() "
            + "FROM generate_series(1, " + RULES + ") n",
        entry("one", "AGENT", AGENT.formatted("15"), "NULL", 0),
        entry("team", "TEAM", "NULL", "'00000000-0000-4000-8000-000000000005'", 0),
        entry("rules", "RULES", "NULL", "NULL", 0),
        entry("queue", "ROUND_ROBIN", "NULL", "NULL", 30),
        "INSERT INTO company_account SELECT 'customer-' || n || '.example', 'customer-' || n || '.example', a.ids[1 + n % " + AGENTS
            + "], 'Customer ' || n, now() FROM generate_series(1, " + ACCOUNTS + ") n, (SELECT array_agg(id) AS ids FROM account "
            + "WHERE user_name LIKE 'desk%') a",
        "ANALYZE");

    private RoutingWorld() {}

    private static String entry(String key, String routing, String agent, String team, int minutes) {
        String sql = "INSERT INTO entry SELECT gen_random_uuid(), 0, '%s', '%s', true, 9, '%s', %s, %s::uuid, %d, "
            + "'NONE', NULL, NULL, false, '{}', now()";
        return sql.formatted(key, key, routing, agent, team, minutes);
    }

    static void fill(Installation installation) throws SQLException {
        try (Connection connection = installation.connect(); Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM entry WHERE key <> 'default'");
            statement.execute("DELETE FROM routing_rule");
            statement.execute("DELETE FROM team");
            for (String sql : MADE) {
                statement.execute(sql);
            }
        }
    }

    /** @return the address of a visitor: of ten, three work for a company of the list */
    static String email(int number) {
        return "visitor" + number + (number % 10 < 3 ? "@customer-" + (1 + number * 7919L % ACCOUNTS) + ".example" : "@elsewhere.example");
    }

    /** @return the visitor's company: of six, one is named by no rule */
    static String company(int number) {
        return "Company " + (1 + number * 37 % (RULES * 6 / 5));
    }
}
