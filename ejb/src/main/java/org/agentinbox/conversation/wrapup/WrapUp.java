package org.agentinbox.conversation.wrapup;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

/** The outcome and the tags of a chat. Change it only with its conversation locked. */
@Entity
class WrapUp {

    @Id
    private UUID conversationId;
    private UUID outcomeId;
    private UUID changedBy;
    private Instant changedAt;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "wrap_up_tag", joinColumns = @JoinColumn(name = "conversation_id"))
    @Column(name = "tag_id")
    private Set<UUID> tags = new HashSet<>();

    protected WrapUp() {}

    WrapUp(UUID conversationId) {
        this.conversationId = conversationId;
    }

    /** @param known the choices that exist, by id */
    void write(WrapUpWish wish, Map<UUID, ChoiceView> known, UUID by, Instant now) {
        wish.check(known, all());
        outcomeId = wish.outcomeId();
        tags.retainAll(wish.tagIds());
        tags.addAll(wish.tagIds());
        changedBy = by;
        changedAt = now;
    }

    Set<UUID> all() {
        return new WrapUpWish(outcomeId, tags).all();
    }

    UUID conversationId() {
        return conversationId;
    }

    UUID outcomeId() {
        return outcomeId;
    }

    Set<UUID> tags() {
        return tags;
    }

    UUID changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }
}
