package org.agentinbox.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;

import org.agentinbox.it.support.Installation;
import org.junit.jupiter.api.Test;

/** Tests that an unusable setting stops the deployment, and that one line of the log says why. */
class SettingsIT {

    @Test
    void anUnusableSettingStopsTheDeployment() {
        IllegalStateException failure = assertThrows(IllegalStateException.class,
            () -> Installation.start("settings", Map.of("agentinbox.offer.timeout", "soon")).close());
        assertEquals("Setting agentinbox.offer.timeout has the unusable value \"soon\"; "
            + "allowed is an ISO 8601 duration from PT1S to PT1H, such as PT100S.", failure.getMessage());
    }
}
