package org.agentinbox.conversation.wrapup;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;
import org.agentinbox.platform.Versions;
import org.hibernate.annotations.OptimisticLock;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** An outcome or a tag. One that is removed stays stored, for the chats that have it. */
@Entity
class WrapUpChoice {

    static final int LONGEST_NAME = 60;

    @Id
    private UUID id;
    @Version
    private int version;
    @Enumerated(EnumType.STRING)
    private ChoiceKind kind;
    private String name;
    private String nameKo;
    private boolean active;
    @OptimisticLock(excluded = true)
    private int position;
    private Instant changedAt;
    private Instant removedAt;

    protected WrapUpChoice() {}

    WrapUpChoice(UUID id, ChoiceKind kind, int position) {
        this.id = id;
        this.kind = kind;
        this.position = position;
    }

    /** @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD} of {@code name} or {@code nameKo} */
    void write(ChoiceWish wish, Instant now) {
        String line = TextRules.line("name", wish.name(), LONGEST_NAME);
        if (line == null) {
            throw RefusedException.ofField("name", "1 to " + LONGEST_NAME + " characters");
        }
        String korean = TextRules.line("nameKo", wish.nameKo(), LONGEST_NAME);
        name = line;
        nameKo = korean;
        active = wish.active();
        changedAt = now;
    }

    void remove(Instant now) {
        removedAt = now;
    }

    void moveTo(int place) {
        position = place;
    }

    /** @throws RefusedException {@link org.agentinbox.platform.Refusal#CHANGED_MEANWHILE} where it is another one */
    void requireVersion(int known) {
        Versions.require(known, version);
    }

    UUID id() {
        return id;
    }

    ChoiceKind kind() {
        return kind;
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    ChoiceView view() {
        return new ChoiceView(id, version, kind, new ChoiceWish(name, nameKo, active), isRemoved());
    }
}
