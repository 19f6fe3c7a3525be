package org.agentinbox.web.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.agentinbox.web.hint.HintReceiver;
import org.wildfly.clustering.server.dispatcher.Command;

import java.io.Serializable;

/**
 * Hints on their way to another node, in their order. Its class and field must stay as they are: nodes of two versions exchange them. What
 * changes are the texts, see {@link HintText}.
 */
final class HintCommand implements Command<Void, HintReceiver, RuntimeException>, Serializable {

    private static final long serialVersionUID = 1;

    private final ArrayList<String> hints;

    HintCommand(List<String> hints) {
        this.hints = new ArrayList<>(hints);
    }

    @Override
    public Void execute(HintReceiver receiver) {
        hints.stream().map(HintText::read).flatMap(Optional::stream).forEach(receiver::deliver);
        return null;
    }
}
