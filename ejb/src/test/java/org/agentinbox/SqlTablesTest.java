package org.agentinbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.agentinbox.SqlTables.Use;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tables a text of SQL uses. */
class SqlTablesTest {

    private static final SqlTables SQL = new SqlTables(Map.of("offer", "offer", "message", "message", "message_default", "message",
        "agent", "agent",
        "pushsubscription", "push_subscription"), Map.of("append", Set.of(new Use("message", true))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SELECT * FROM offer o WHERE o.id = :id                                           | reads offer
        select 1 from offer, agent a                                                     | reads offer, reads agent
        SELECT 1 FROM unnest(:a) x (id), (SELECT 1 FROM message) m, agent                | reads message, reads agent
        SELECT o FROM Offer o LEFT JOIN FETCH o.agent JOIN Agent a ON true               | reads offer, reads agent
        DELETE FROM PushSubscription s WHERE s.id = :agent                               | writes push_subscription
        DELETE FROM offer USING agent a WHERE a.id = offer.agent_id                      | writes offer, reads agent
        INSERT INTO offer (id) SELECT a.id FROM public.agent a ON CONFLICT DO UPDATE SET id = 1 | writes offer, reads agent
        UPDATE ONLY offer SET id = 1 WHERE EXISTS (SELECT FROM message_default)          | writes offer, reads message
        SELECT 1 FROM offer FOR NO KEY UPDATE OF agent                                   | reads offer
        SELECT extract(epoch FROM agent), agent IS DISTINCT FROM offer, o.message        |
        SELECT :from, c.offer FROM conversation c JOIN c.message USING (offer)           |
        SELECT append(:ids)                                                              | writes message
        SELECT 'message'::regclass                                                       | reads message
        ' JOIN message m ON'                                                             | reads message
        ' -- FROM offer\n'                                                               |
        ' FROM '                                                                         | reads *
        DELETE FROM %s WHERE id = ?                                                      | writes *
        There is no message from the agent                                               |
        ' a day from '                                                                   |
        """)
    void readsAndWritesAreFound(String sql, String uses) {
        Set<String> expected = uses == null ? Set.of() : Arrays.stream(uses.split(", ")).collect(Collectors.toSet());
        assertEquals(new TreeSet<>(expected), SQL.in(sql.replace("\\n", "\n")).stream().map(Use::toString)
            .collect(Collectors.toCollection(TreeSet::new)));
    }
}
