package org.agentinbox.it.run;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.agentinbox.launcher.Ports;
import org.junit.jupiter.api.Test;

/** Tests the choice of ports for servers of tests. */
class PortsIT {

    @Test
    void noServerIsPutWhereNoBrowserCallsIt() {
        assertNotEquals(10_080, 8080 + Ports.freeOffset(2_000));
    }
}
