package org.agentinbox.web.cluster;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.securitylog.LoggedException;
import org.agentinbox.web.hint.Hint;
import org.agentinbox.web.hint.HintBus;
import org.agentinbox.web.hint.HintReceiver;
import org.wildfly.clustering.server.GroupMember;
import org.wildfly.clustering.server.dispatcher.CommandDispatcherFactory;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Delivers hints to the sockets of this node at once, and to those of all other nodes by WildFly's command dispatcher, which a
 * server without a group has too: then this node is the only one.
 */
@ApplicationScoped
class ClusterHintBus implements HintBus {

    private static final Logger LOG = Logger.getLogger(ClusterHintBus.class.getName());
    private static final int MOST_WAITING = 20_000;
    private static final int MOST_AT_ONCE = 1_000;

    @Inject
    private HintReceiver here;
    @Resource
    private ManagedThreadFactory threads;
    /** By injection, so that the server has formed its group before the application starts. */
    @Resource(lookup = "java:jboss/clustering/server/command-dispatcher-factory/default")
    private CommandDispatcherFactory<GroupMember> factory;
    private NodeGroup nodes;
    private OutgoingHints outgoing;

    @PostConstruct
    void open() {
        nodes = new NodeGroup(factory, here);
        outgoing = new OutgoingHints(MOST_WAITING, MOST_AT_ONCE, nodes::send, threads);
    }

    /** Makes this bean, so that hints of other nodes arrive before this one has published any. */
    void join() {
        LOG.log(Level.INFO, "Nodes that hear of each other: {0}", nodes.names());
    }

    @PreDestroy
    void close() {
        outgoing.close();
        nodes.close();
    }

    @Override
    public void publish(Hint hint) {
        here.deliver(hint);
        try {
            if (nodes.hasOthers()) {
                outgoing.add(hint);
            }
        } catch (RuntimeException e) {
            // The group is being closed or formed anew.
            LOG.log(Level.FINE, "A hint stays on this node", LoggedException.of(e));
        }
    }
}
