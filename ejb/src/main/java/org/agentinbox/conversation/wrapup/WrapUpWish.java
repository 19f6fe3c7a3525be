package org.agentinbox.conversation.wrapup;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

/**
 * What a chat should be given.
 *
 * @param outcomeId an outcome, or null for none
 * @param tagIds tags, at most {@value #MOST_TAGS}
 */
public record WrapUpWish(UUID outcomeId, Set<UUID> tagIds) {

    static final int MOST_TAGS = 20;

    /** Copies the set. */
    public WrapUpWish {
        tagIds = Set.copyOf(tagIds);
        if (tagIds.size() > MOST_TAGS) {
            throw RefusedException.ofField("tagIds", "at most " + MOST_TAGS);
        }
    }

    Set<UUID> all() {
        Set<UUID> all = new HashSet<>(tagIds);
        if (outcomeId != null) {
            all.add(outcomeId);
        }
        return all;
    }

    /**
     * What is retired or removed can be kept, not given.
     *
     * @param known the choices that exist, by id
     * @param before what the chat has
     * @throws RefusedException {@link Refusal#CHOICE_GONE}
     */
    void check(Map<UUID, ChoiceView> known, Collection<UUID> before) {
        if (outcomeId != null) {
            check(known.get(outcomeId), ChoiceKind.OUTCOME, before);
        }
        tagIds.forEach(tag -> check(known.get(tag), ChoiceKind.TAG, before));
    }

    private static void check(ChoiceView choice, ChoiceKind kind, Collection<UUID> before) {
        if (choice == null || choice.kind() != kind || !choice.offered() && !before.contains(choice.id())) {
            throw new RefusedException(Refusal.CHOICE_GONE, "The outcome or a tag is not on the list any more. Read the list again.");
        }
    }
}
