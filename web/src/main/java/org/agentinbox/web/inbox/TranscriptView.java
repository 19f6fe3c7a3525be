package org.agentinbox.web.inbox;

import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.summary.ConversationSummaries;
import org.agentinbox.web.conversation.Transcripts;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What a conversation was about, and every message of it, for reading. */
@Named("transcript")
@RequestScoped
public class TranscriptView {

    @Inject
    private Transcripts transcripts;
    @EJB
    private ConversationSummaries summaries;
    @Inject
    private PageReader reader;
    private UUID id;
    private String text;
    private String summary;

    @PostConstruct
    void load() {
        Optional<UUID> asked = Ids.parse(reader.parameter("t"));
        try {
            asked.ifPresent(this::load);
        } catch (RefusedException e) {
            // It is gone, or somebody else's: the script says so.
            id = null;
        }
    }

    private void load(UUID asked) {
        text = transcripts.of(asked, reader.texts().locale());
        summary = summaries.of(asked).text();
        id = asked;
    }

    /** @return which one it is; null where the caller may not see the one that the request names */
    public UUID getId() {
        return id;
    }

    /** @return all messages, as in the file */
    public String getText() {
        return text;
    }

    /** @return the summary; empty where there was nothing to sum up */
    public String getSummary() {
        return summary;
    }
}
