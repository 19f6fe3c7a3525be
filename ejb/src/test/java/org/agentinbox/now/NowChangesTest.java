package org.agentinbox.now;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.agentinbox.availability.Availability;
import org.agentinbox.availability.AvailabilityView;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class NowChangesTest {

    private static final Instant AT = Instant.parse("2030-05-06T11:00:00Z");

    private static UUID id(int number) {
        return new UUID(1, number);
    }

    private static NowAgent agent(int number, int chats) {
        return new NowAgent(id(number), "Agent " + number, List.of(), AgentState.AVAILABLE, null,
            new AvailabilityView(id(number), true, Availability.Source.SCHEDULE, null, null, null, null), chats, 10);
    }

    private static NowChat chat(int number, Instant unanswered) {
        return new NowChat(id(number), "Vera", id(1), "Ana", "Default", AT, unanswered);
    }

    private static NowWaiting waiting(int number, int place) {
        return new NowWaiting(id(number), "Vera", "Default", null, place, AT, null, null);
    }

    private static NowView view(List<NowAgent> agents, List<NowWaiting> waiting, List<NowChat> chats, int requested) {
        return new NowView(AT, ZoneOffset.UTC, true, List.of(), agents, waiting, chats,
            new NowFigures(requested, 0, 0, 0, 0, null, null, List.of()));
    }

    @Test
    void whoHasNothingIsToldAll() {
        NowView all = view(List.of(agent(1, 0)), List.of(waiting(2, 1)), List.of(chat(3, null)), 2);
        NowChanges changes = NowChanges.between(null, all);
        assertEquals(all.agents(), changes.agents());
        assertEquals(all.waiting(), changes.waiting());
        assertEquals(all.chats(), changes.chats());
        assertEquals(all.today(), changes.today());
    }

    @Test
    void nothingIsToldOfWhatIsTheSame() {
        NowView before = view(List.of(agent(1, 0), agent(2, 1)), List.of(waiting(3, 1)), List.of(chat(4, AT)), 2);
        assertTrue(NowChanges.between(before, view(List.of(agent(1, 0), agent(2, 1)), List.of(waiting(3, 1)), List.of(chat(4, AT)), 2))
            .isEmpty());
        NowChanges one = NowChanges.between(before, view(List.of(agent(1, 0), agent(2, 2)), List.of(waiting(3, 1)), List.of(chat(4, AT)),
            2));
        assertEquals(List.of(agent(2, 2)), one.agents());
        assertEquals(List.of(), one.chats());
        assertNull(one.today());
    }

    @Test
    void aChatThatIsAcceptedLeavesTheQueueAndComesToTheChats() {
        NowChanges changes = NowChanges.between(view(List.of(), List.of(waiting(3, 1)), List.of(), 1),
            view(List.of(), List.of(), List.of(chat(3, AT)), 1));
        assertEquals(Set.of(id(3)), changes.waitingGone());
        assertEquals(List.of(chat(3, AT)), changes.chats());
        assertEquals(Set.of(), changes.chatsGone());
    }

    /** What a page does with the changes makes of any view any other. */
    @RepeatedTest(50)
    void changesMakeTheLaterViewOfTheEarlier(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        NowView before = random(random);
        NowView after = random(random);
        NowChanges changes = NowChanges.between(before, after);
        Map<UUID, NowChat> page = new LinkedHashMap<>();
        before.chats().forEach(chat -> page.put(chat.id(), chat));
        changes.chats().forEach(chat -> page.put(chat.id(), chat));
        page.keySet().removeAll(changes.chatsGone());
        assertEquals(new HashSet<>(after.chats()), new HashSet<>(page.values()));
        changes.chats().forEach(chat -> assertTrue(!before.chats().contains(chat)));
    }

    private static NowView random(Random random) {
        List<NowChat> chats = new ArrayList<>(IntStream.range(0, 20).filter(i -> random.nextBoolean())
            .mapToObj(i -> chat(i, random.nextBoolean() ? AT.plusSeconds(random.nextInt(3)) : null)).toList());
        return view(List.of(), List.of(), chats, random.nextInt(3));
    }
}
