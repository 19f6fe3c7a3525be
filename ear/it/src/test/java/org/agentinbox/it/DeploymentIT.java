package org.agentinbox.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

/** What a deployment has done when it is there, and what must be so in every one, though one in a hundred only would show it. */
class DeploymentIT {

    private static final Installation INSTALLATION = Installation.shared();
    /** What installs the beans, when it starts. */
    private static final String INSTALLATION_OF_BEANS = "jboss.deployment.unit.\"agent-inbox.ear\".INSTALL\n";
    private static final String PERSISTENCE = "jboss.persistenceunit.\"agent-inbox.ear/agent-inbox-ejb.jar#agent-inbox\"\n";

    /** Beans that start before it is there are not injected with it, and the deployment fails. */
    @Test
    void theBeansWaitForThePersistenceUnit() throws IOException {
        String beans = Stream.of(services().split("\n\n")).filter(service -> after("provides:", service).contains(INSTALLATION_OF_BEANS))
            .findFirst().orElseThrow();
        assertTrue(after("requires:", beans).contains(PERSISTENCE), beans);
    }

    private static String after(String heading, String service) {
        return service.contains(heading) ? service.substring(service.indexOf(heading)) : "";
    }

    @Test
    void migrationsAreApplied() {
        assertEquals(List.of(), INSTALLATION.query("SELECT version FROM flyway_schema_history WHERE NOT success"));
        assertEquals(List.of("ROUND_ROBIN"), INSTALLATION.query("SELECT id FROM rotation"));
    }

    private static String services() throws IOException {
        ModelNode dump = new ModelNode();
        dump.get("operation").set("dump-services");
        dump.get("address").add("core-service", "service-container");
        try (ModelControllerClient client = ModelControllerClient.Factory.create("remote+http", InetAddress.getLoopbackAddress(),
            INSTALLATION.server().managementPort())) {
            return client.execute(dump).get("result").asString();
        }
    }
}
