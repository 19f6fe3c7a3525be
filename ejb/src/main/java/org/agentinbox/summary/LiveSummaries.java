package org.agentinbox.summary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.conversation.ConversationTopics;
import org.agentinbox.conversation.Topic;
import org.agentinbox.summary.api.Summary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Makes summaries of active chats from the stored messages, one at a time, and stores their topics when they change. No transaction is open
 * while a summary is made: its locks would block a purge that drops a partition, and the waiting purge would block everybody who writes.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
class LiveSummaries {

    private static final int REMEMBERED = 2_000;

    @Inject
    private SummaryWriter writer;
    @Inject
    private ConversationTopics topics;
    private final Map<UUID, List<Topic>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, List<Topic>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param conversationId of any conversation
     * @return the summary of the messages that are stored now
     */
    synchronized Summary make(UUID conversationId) {
        Summary summary = writer.write(conversationId);
        if (!summary.topics().equals(kept.get(conversationId))) {
            topics.replace(conversationId, summary.topics());
            kept.put(conversationId, summary.topics());
        }
        return summary;
    }
}
