package org.agentinbox.supervision;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Which pages watch which chats, for each node, which asks without a user: open to all. Each answer is of those who may watch now. */
@Stateless
@PermitAll
public class WatchedChats {

    @Inject
    private Watches watches;

    /** @return all watches, those that began first before others */
    public List<WatchView> all() {
        return watches.all();
    }

    /**
     * @param conversationId of which chat
     * @return the connections of the pages that watch it and may do so now
     */
    public Set<UUID> connections(UUID conversationId) {
        return watches.of(conversationId).stream().map(WatchView::connectionId).collect(Collectors.toSet());
    }
}
