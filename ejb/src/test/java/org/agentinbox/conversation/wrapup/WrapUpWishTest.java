package org.agentinbox.conversation.wrapup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;

class WrapUpWishTest {

    private static final ChoiceView SOLD = choice(ChoiceKind.OUTCOME, true, false);
    private static final ChoiceView RETIRED = choice(ChoiceKind.OUTCOME, false, false);
    private static final ChoiceView REMOVED = choice(ChoiceKind.TAG, true, true);
    private static final ChoiceView BIG = choice(ChoiceKind.TAG, true, false);
    private static final Map<UUID, ChoiceView> KNOWN = Stream.of(SOLD, RETIRED, REMOVED, BIG)
        .collect(Collectors.toMap(ChoiceView::id, Function.identity()));

    private static ChoiceView choice(ChoiceKind kind, boolean active, boolean removed) {
        return new ChoiceView(UUID.randomUUID(), 0, kind, new ChoiceWish("Name", null, active), removed);
    }

    private static void isRefused(UUID outcome, Set<UUID> tags, Set<UUID> before) {
        WrapUpWish wish = new WrapUpWish(outcome, tags);
        assertEquals(Refusal.CHOICE_GONE, assertThrows(RefusedException.class, () -> wish.check(KNOWN, before)).refusal());
    }

    @Test
    void whatIsOfferedCanBeGiven() {
        assertDoesNotThrow(() -> new WrapUpWish(SOLD.id(), Set.of(BIG.id())).check(KNOWN, Set.of()));
        assertDoesNotThrow(() -> new WrapUpWish(null, Set.of()).check(KNOWN, Set.of()));
    }

    @Test
    void whatIsRetiredOrRemovedCanOnlyBeKept() {
        isRefused(RETIRED.id(), Set.of(), Set.of());
        isRefused(null, Set.of(REMOVED.id()), Set.of(RETIRED.id()));
        assertDoesNotThrow(
            () -> new WrapUpWish(RETIRED.id(), Set.of(REMOVED.id())).check(KNOWN, Set.of(RETIRED.id(), REMOVED.id())));
    }

    @Test
    void anotherKindAndWhatIsUnknownAreRefused() {
        isRefused(BIG.id(), Set.of(), Set.of());
        isRefused(null, Set.of(SOLD.id()), Set.of());
        isRefused(UUID.randomUUID(), Set.of(), Set.of());
    }

    @Test
    void thereCanBeTwentyTags() {
        Set<UUID> many = IntStream.range(0, 21).mapToObj(i -> UUID.randomUUID()).collect(Collectors.toSet());
        assertEquals("tagIds", assertThrows(RefusedException.class, () -> new WrapUpWish(null, many)).field());
    }

    @Test
    void aNameIsOneLineAndTheKoreanOneMayBeMissing() {
        WrapUpChoice choice = new WrapUpChoice(UUID.randomUUID(), ChoiceKind.TAG, 1);
        choice.write(new ChoiceWish(" Big ", " ", true), Instant.EPOCH);
        assertEquals("Big", choice.view().name("ko"));
        choice.write(new ChoiceWish("Big", "대형", true), Instant.EPOCH);
        assertEquals("대형", choice.view().name("ko"));
        assertEquals("Big", choice.view().name("en"));
        for (ChoiceWish bad : Set.of(new ChoiceWish(" ", null, true), new ChoiceWish("x".repeat(61), null, true),
            new ChoiceWish("a\nb", null, true), new ChoiceWish("Big", "x".repeat(61), true))) {
            assertEquals(Refusal.INVALID_FIELD, assertThrows(RefusedException.class, () -> choice.write(bad, Instant.EPOCH)).refusal());
        }
        assertEquals("Big", choice.view().is().name(), "what is refused changes nothing");
    }
}
