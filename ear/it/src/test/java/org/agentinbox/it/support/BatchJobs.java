package org.agentinbox.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;

/** Runs the batch jobs of an installation through the management interface, like the console and the command line. */
public final class BatchJobs implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final ModelControllerClient client;

    /** @param installation a running one on this machine; its management interface then asks for no password */
    public BatchJobs(Installation installation) {
        client = ModelControllerClient.Factory.create("remote+http", InetAddress.getLoopbackAddress(),
            installation.server().managementPort());
    }

    /** @return the id of the execution that was started */
    public long start(String job, Map<String, String> parameters) {
        ModelNode start = operation("start-job");
        start.get("job-xml-name").set(job);
        return execute(with(start, parameters)).asLong();
    }

    /** Asks an execution to stop. */
    public void stop(long execution) {
        ModelNode stop = operation("stop-job");
        stop.get("execution-id").set(execution);
        execute(stop);
    }

    /**
     * @param parameters replace those that the execution had
     * @return the id of the new execution, which continues the stopped one
     */
    public long restart(long execution, Map<String, String> parameters) {
        ModelNode restart = operation("restart-job");
        restart.get("execution-id").set(execution);
        return execute(with(restart, parameters)).asLong();
    }

    private static ModelNode with(ModelNode operation, Map<String, String> parameters) {
        parameters.forEach((name, value) -> operation.get("properties").add(name, value));
        return operation;
    }

    /** @return the modules of the deployment that have jobs, with the names of their jobs */
    public Map<String, Set<String>> offered() {
        ModelNode read = new ModelNode();
        read.get("operation").set("read-resource");
        read.get("address").add("deployment", "agent-inbox.ear").add("subdeployment", "*").add("subsystem", "batch-jberet").add("job", "*");
        Map<String, Set<String>> offered = new TreeMap<>();
        for (ModelNode job : execute(read).asList()) {
            ModelNode address = job.get("address");
            offered.computeIfAbsent(address.get(1).asProperty().getValue().asString(), module -> new TreeSet<>())
                .add(address.get(3).asProperty().getValue().asString());
        }
        return offered;
    }

    /** @return the final status of an execution, once it has ended */
    public String ended(String job, long execution) {
        Await.until(job + " " + execution + " ends", PATIENCE, () -> !status(job, execution).matches("STARTING|STARTED|STOPPING"));
        return status(job, execution);
    }

    /** @return the status of an execution */
    public String status(String job, long execution) {
        ModelNode read = operation("read-resource");
        read.get("address").add("job", job).add("execution", Long.toString(execution));
        read.get("include-runtime").set(true);
        return execute(read).get("batch-status").asString();
    }

    private static ModelNode operation(String name) {
        ModelNode operation = new ModelNode();
        operation.get("operation").set(name);
        operation.get("address").add("deployment", "agent-inbox.ear").add("subdeployment", "agent-inbox-ejb.jar").add("subsystem",
            "batch-jberet");
        return operation;
    }

    private ModelNode execute(ModelNode operation) {
        try {
            ModelNode answer = client.execute(operation);
            if (!"success".equals(answer.get("outcome").asString())) {
                throw new AssertionError(answer.toString());
            }
            return answer.get("result");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
