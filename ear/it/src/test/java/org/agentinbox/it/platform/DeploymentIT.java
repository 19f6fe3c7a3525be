package org.agentinbox.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

import org.agentinbox.it.support.Installation;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

/** Tests what a deployment must have done, including things that would otherwise fail in rare starts only. */
class DeploymentIT {

    private static final Installation INSTALLATION = Installation.shared();
    private static final String PERSISTENCE = "jboss.persistenceunit.\"agent-inbox.ear/agent-inbox-ejb.jar#agent-inbox\"\n";

    /**
     * Beans that start before the persistence unit exists are not injected with it, and the deployment fails. Beans start in the phase
     * after this one.
     */
    @Test
    void theBeansWaitForThePersistenceUnit() throws IOException {
        String phase = Stream.of(services().split("\n\n")).filter(service -> service.contains("provides:")
            && service.substring(service.indexOf("provides:")).contains("jboss.deployment.unit.\"agent-inbox.ear\".POST_MODULE\n"))
            .findFirst().orElseThrow();
        assertTrue(phase.contains(PERSISTENCE), phase);
    }

    @Test
    void migrationsAreApplied() {
        assertEquals(List.of(), INSTALLATION.query("SELECT version FROM flyway_schema_history WHERE NOT success"));
        assertEquals(List.of("ROUND_ROBIN"), INSTALLATION.query("SELECT id FROM rotation"));
    }

    /** If a setting is missing, the deployment must not fall back to a value that everybody knows. */
    @Test
    void thereIsNoDefaultPasswordOfTheDatabase() throws IOException {
        ModelNode read = new ModelNode();
        read.get("operation").set("read-attribute");
        read.get("address").add("subsystem", "datasources").add("data-source", "AgentInboxDS");
        read.get("name").set("password");
        assertEquals("${env.AGENTINBOX_DB_PASSWORD:}", ask(read));
    }

    /** Write access to the server's deployments folder alone must not be enough to have a program run. */
    @Test
    void nothingIsDeployedThatIsPutIntoTheFolderLater() throws IOException {
        ModelNode read = new ModelNode();
        read.get("operation").set("read-attribute");
        read.get("address").add("subsystem", "deployment-scanner").add("scanner", "default");
        read.get("name").set("scan-interval");
        assertEquals("0", ask(read), "milliseconds between two looks; 0: only at the start");
    }

    private static String services() throws IOException {
        ModelNode dump = new ModelNode();
        dump.get("operation").set("dump-services");
        dump.get("address").add("core-service", "service-container");
        return ask(dump);
    }

    private static String ask(ModelNode operation) throws IOException {
        try (ModelControllerClient client = ModelControllerClient.Factory.create("remote+http", InetAddress.getLoopbackAddress(),
            INSTALLATION.server().managementPort())) {
            return client.execute(operation).get("result").asString();
        }
    }
}
