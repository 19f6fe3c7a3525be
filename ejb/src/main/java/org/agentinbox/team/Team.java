package org.agentinbox.team;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;
import org.agentinbox.platform.Versions;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

/** Agents who take chats of one kind. The lead is one of the members, or nobody. */
@Entity
class Team {

    static final int LONGEST_NAME = 100;

    @Id
    private UUID id;
    @Version
    private int version;
    private String name;
    private UUID leadId;
    private Instant changedAt;
    @ElementCollection
    @CollectionTable(name = "team_member", joinColumns = @JoinColumn(name = "team_id"))
    @Column(name = "agent_id")
    private Set<UUID> members = new HashSet<>();

    protected Team() {}

    Team(UUID id) {
        this.id = id;
    }

    /**
     * Sets what an administrator may choose.
     *
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD} of {@code name} and {@code lead}
     */
    void write(TeamWish wish, Instant now) {
        String line = TextRules.line("name", wish.name(), LONGEST_NAME);
        if (line == null) {
            throw RefusedException.ofField("name", "1 to " + LONGEST_NAME + " characters");
        }
        if (wish.leadId() != null && !wish.members().contains(wish.leadId())) {
            throw RefusedException.ofField("lead", "one of the members");
        }
        name = line;
        leadId = wish.leadId();
        members.retainAll(wish.members());
        members.addAll(wish.members());
        changedAt = now;
    }

    /** @throws RefusedException {@link org.agentinbox.platform.Refusal#CHANGED_MEANWHILE} where it is another one */
    void requireVersion(int known) {
        Versions.require(known, version);
    }

    UUID id() {
        return id;
    }

    TeamView view() {
        return new TeamView(id, version, name, Set.copyOf(members), leadId);
    }
}
