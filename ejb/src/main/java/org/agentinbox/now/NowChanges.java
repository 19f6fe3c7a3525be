package org.agentinbox.now;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What differs between two views of one person.
 *
 * @param agents new or changed
 * @param agentsGone who were in the earlier view only
 * @param waiting new or changed
 * @param waitingGone who were in the earlier view only
 * @param chats new or changed
 * @param chatsGone which were in the earlier view only
 * @param today the figures, or null where they are the same
 */
public record NowChanges(List<NowAgent> agents, Set<UUID> agentsGone, List<NowWaiting> waiting, Set<UUID> waitingGone,
    List<NowChat> chats, Set<UUID> chatsGone, NowFigures today) {

    /**
     * @param before what the person has, or null where that is nothing
     * @param after what the person should have
     * @return what to tell; applied to {@code before} it makes {@code after}
     */
    public static NowChanges between(NowView before, NowView after) {
        if (before == null) {
            return new NowChanges(after.agents(), Set.of(), after.waiting(), Set.of(), after.chats(), Set.of(), after.today());
        }
        return new NowChanges(changed(before.agents(), after.agents(), NowAgent::id), gone(before.agents(), after.agents(), NowAgent::id),
            changed(before.waiting(), after.waiting(), NowWaiting::id), gone(before.waiting(), after.waiting(), NowWaiting::id),
            changed(before.chats(), after.chats(), NowChat::id), gone(before.chats(), after.chats(), NowChat::id),
            Objects.equals(before.today(), after.today()) ? null : after.today());
    }

    /** @return whether there is nothing to tell */
    public boolean isEmpty() {
        return today == null && List.of(agents, agentsGone, waiting, waitingGone, chats, chatsGone).stream().allMatch(Collection::isEmpty);
    }

    private static <T> List<T> changed(List<T> before, List<T> after, Function<T, UUID> id) {
        Map<UUID, T> known = new HashMap<>();
        before.forEach(row -> known.put(id.apply(row), row));
        return after.stream().filter(row -> !row.equals(known.get(id.apply(row)))).toList();
    }

    private static <T> Set<UUID> gone(List<T> before, List<T> after, Function<T, UUID> id) {
        Set<UUID> gone = new HashSet<>();
        before.forEach(row -> gone.add(id.apply(row)));
        after.forEach(row -> gone.remove(id.apply(row)));
        return gone;
    }
}
