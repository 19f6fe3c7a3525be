package org.agentinbox.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;

import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

/** What must be so in every deployment, though one in a hundred only would show it. */
class DeploymentIT {

    private static final String BEANS = "\"agent-inbox.ear\".WeldStartService";
    private static final String PERSISTENCE = "jboss.persistenceunit.\"agent-inbox.ear/agent-inbox-ejb.jar#agent-inbox\"";

    /** Beans that start before it is there are not injected with it, and the deployment fails. An EAR that is initialized in order lets them. */
    @Test
    void theBeansWaitForThePersistenceUnit() throws IOException {
        String services = services();
        String beans = services.lines().filter(line -> line.contains(BEANS) && line.strip().startsWith("Service")).findFirst()
            .orElseThrow(() -> new AssertionError("no beans in\n" + services));
        assertTrue(beans.contains(PERSISTENCE), beans);
    }

    private static String services() throws IOException {
        ModelNode dump = new ModelNode();
        dump.get("operation").set("dump-services");
        dump.get("address").add("core-service", "service-container");
        try (ModelControllerClient client = ModelControllerClient.Factory.create("remote+http", InetAddress.getLoopbackAddress(),
            Installation.shared().server().managementPort())) {
            return client.execute(dump).get("result").asString();
        }
    }
}
