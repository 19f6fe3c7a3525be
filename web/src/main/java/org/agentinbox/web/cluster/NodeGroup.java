package org.agentinbox.web.cluster;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.agentinbox.web.hint.HintReceiver;
import org.wildfly.clustering.server.GroupMember;
import org.wildfly.clustering.server.dispatcher.CommandDispatcher;
import org.wildfly.clustering.server.dispatcher.CommandDispatcherFactory;

/** The nodes of this installation, by WildFly's group of servers. */
final class NodeGroup implements AutoCloseable {

    /**
     * How long hints wait for those before them, so that they arrive in their order. A frozen node holds up hints for the others by so
     * much, until the group excludes it within 3 s.
     */
    private static final long PATIENCE_MILLIS = 200;

    private final CommandDispatcherFactory<GroupMember> factory;
    private final CommandDispatcher<GroupMember, HintReceiver> dispatcher;

    NodeGroup(CommandDispatcherFactory<GroupMember> factory, HintReceiver receiver) {
        this.factory = factory;
        this.dispatcher = factory.createCommandDispatcher("agent-inbox.hints", receiver, HintCommand.class.getClassLoader());
    }

    /** @return the names of all nodes, this one included */
    List<String> names() {
        return factory.getGroup().getMembership().getMembers().stream().map(GroupMember::getName).toList();
    }

    /** @return whether there is another node now */
    boolean hasOthers() {
        return !factory.getGroup().isSingleton();
    }

    /**
     * Sends hints to all other nodes, and waits for a moment until they are delivered there.
     *
     * @throws IllegalStateException where they cannot be sent
     */
    void send(List<String> hints) {
        try {
            await(dispatcher.dispatchToGroup(new HintCommand(hints), Set.of(factory.getGroup().getLocalMember())).values());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(Collection<CompletionStage<Void>> answers) {
        try {
            CompletableFuture.allOf(answers.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new))
                .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // A node is slow or gone: its people ask for what they lack.
            return;
        }
    }

    @Override
    public void close() {
        dispatcher.close();
    }
}
