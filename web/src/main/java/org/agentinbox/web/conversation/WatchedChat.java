package org.agentinbox.web.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.account.Person;
import org.agentinbox.supervision.WatchView;

/**
 * A chat and who watches it.
 *
 * @param watchers each once, however many pages they watch it on
 * @param leads who leads the chat as a lead of a team
 */
record WatchedChat(UUID conversationId, UUID agentId, List<Person> watchers, Set<UUID> leads) {

    static Map<UUID, WatchedChat> of(List<WatchView> watches) {
        Map<UUID, WatchedChat> chats = new LinkedHashMap<>();
        watches.stream().map(WatchView::conversationId).distinct().forEach(id -> {
            List<WatchView> own = watches.stream().filter(watch -> watch.conversationId().equals(id)).toList();
            chats.put(id, new WatchedChat(id, own.get(0).agentId(), own.stream().map(WatchView::watcher).distinct().toList(),
                own.get(0).leads()));
        });
        return chats;
    }
}
