package org.agentinbox.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class FollowingTest {

    private static final UUID VISITOR = UUID.randomUUID();
    private static final UUID AGENT = UUID.randomUUID();

    private final Following following = new Following(2);
    private final UUID chat = UUID.randomUUID();

    private static Appended stored(int seq) {
        return Appended.stored(seq, Instant.EPOCH, VISITOR, AGENT);
    }

    private Optional<Integer> last(UUID conversation) {
        return following.of(conversation).map(Following.Last::seq);
    }

    @Test
    void ofAChatThatNothingIsKnownOfNothingIsGuessed() {
        assertTrue(following.of(chat).isEmpty());
    }

    @Test
    void aChatIsFollowedFromItsFirstMessageOn() {
        following.keep(chat, stored(1));
        assertEquals(Optional.of(new Following.Last(1, VISITOR, AGENT, true)), following.of(chat));
        following.keep(chat, stored(2));
        assertEquals(Optional.of(2), last(chat));
    }

    @Test
    void whoComesInTheMiddleWaitsForTwoInARow() {
        following.keep(chat, stored(7));
        assertEquals(Optional.empty(), last(chat));
        following.keep(chat, stored(8));
        assertEquals(Optional.of(8), last(chat));
    }

    /** Somebody at another node writes by turns with us: a guess would be wrong each time. */
    @Test
    void whereOthersWriteInBetweenNothingIsGuessed() {
        following.keep(chat, stored(1));
        for (int seq = 3; seq < 20; seq += 2) {
            following.keep(chat, stored(seq));
            assertEquals(Optional.empty(), last(chat));
        }
        following.keep(chat, stored(20));
        assertEquals(Optional.of(20), last(chat));
    }

    @Test
    void whatWasNotStoredNowSaysNothingOfWhatFollows() {
        following.keep(chat, stored(1));
        following.keep(chat, new Appended(Appended.Outcome.KNOWN, 1, Instant.EPOCH, null, null));
        assertEquals(Optional.empty(), last(chat));
        following.keep(chat, stored(1));
        following.keep(chat, Appended.UNKNOWN);
        assertEquals(Optional.empty(), last(chat));
    }

    @Test
    void whileNobodyHasAcceptedNothingIsGuessed() {
        following.keep(chat, Appended.stored(1, Instant.EPOCH, VISITOR, null));
        assertEquals(Optional.empty(), last(chat));
        following.keep(chat, stored(2));
        assertEquals(Optional.of(2), last(chat));
    }

    @Test
    void theChatThatWasSilentLongestIsForgottenFirst() {
        UUID second = UUID.randomUUID();
        following.keep(chat, stored(1));
        following.keep(second, stored(1));
        following.keep(chat, stored(2));
        following.keep(UUID.randomUUID(), stored(1));
        assertEquals(Optional.of(2), last(chat));
        assertEquals(Optional.empty(), last(second));
    }
}
