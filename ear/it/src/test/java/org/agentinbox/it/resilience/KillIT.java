package org.agentinbox.it.resilience;

import static org.agentinbox.it.resilience.Kills.Victim.DATABASE;
import static org.agentinbox.it.resilience.Kills.Victim.SERVER;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

import org.agentinbox.it.support.Installation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that nothing is lost or doubled: both sides write all the time while the server and the database are killed (SIGKILL) and started
 * again and connections are cut. Each acknowledged message must be stored exactly once, and both sides must end up with all messages in
 * order.
 */
class KillIT {

    @Test
    void nothingIsLostOrDoubledByAFewKills() throws SQLException, IOException {
        run(List.of(SERVER, DATABASE), 4711);
    }

    /** Run with {@code mvn -Psoak verify -Dsoak.kills=N}; every third kill is one of the database. */
    @Test
    @Tag("soak")
    void nothingIsLostOrDoubledByManyKills() throws SQLException, IOException {
        long seed = System.nanoTime();
        System.out.println("Seed " + seed);
        Random random = new Random(seed);
        run(random.ints(Integer.getInteger("soak.kills"), 0, 3).mapToObj(dice -> dice == 0 ? DATABASE : SERVER).toList(), seed);
    }

    private static void run(List<Kills.Victim> victims, long seed) throws SQLException, IOException {
        Random random = new Random(seed);
        try (Kills kills = new Kills(Installation.killed(), seed)) {
            kills.setUp();
            kills.begin();
            victims.forEach(victim -> kills.kill(victim, random.nextInt(100, 600)));
            kills.endAndCompare();
            kills.assertTheTurnGoesOn();
            kills.printTable();
        }
    }
}
