package org.agentinbox.it.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.agentinbox.it.support.NeedsProgram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that two builds of the last commit, in two folders, give the same EAR and the same bill of materials. Takes minutes, and Maven
 * online.
 */
@Tag("soak")
@NeedsProgram(value = "git", install = "https://git-scm.com")
class SameBytesIT {

    private static final Path TOP = Path.of(System.getProperty("agentinbox.server.home")).resolve("../../..").normalize();

    @Test
    void twoBuildsGiveTheSameBytes() throws Exception {
        Process builds = new ProcessBuilder(TOP.resolve(".ci/same-bytes").toString()).redirectErrorStream(true).start();
        String said = new String(builds.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, builds.waitFor(), said);
    }
}
