package org.agentinbox.conversation.append;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class SequencePredictorTest {

    private static final UUID VISITOR = UUID.randomUUID();
    private static final UUID AGENT = UUID.randomUUID();

    private final SequencePredictor predictor = new SequencePredictor(2);
    private final UUID chat = UUID.randomUUID();

    private static AppendResult stored(int seq) {
        return AppendResult.stored(seq, Instant.EPOCH, VISITOR, AGENT);
    }

    private Optional<Integer> last(UUID conversation) {
        return predictor.of(conversation).map(SequencePredictor.Last::seq);
    }

    @Test
    void ofAChatThatNothingIsKnownOfNothingIsGuessed() {
        assertTrue(predictor.of(chat).isEmpty());
    }

    @Test
    void aChatIsFollowedFromItsFirstMessageOn() {
        predictor.keep(chat, stored(1));
        assertEquals(Optional.of(new SequencePredictor.Last(1, VISITOR, AGENT, true)), predictor.of(chat));
        predictor.keep(chat, stored(2));
        assertEquals(Optional.of(2), last(chat));
    }

    @Test
    void whoComesInTheMiddleWaitsForTwoInARow() {
        predictor.keep(chat, stored(7));
        assertEquals(Optional.empty(), last(chat));
        predictor.keep(chat, stored(8));
        assertEquals(Optional.of(8), last(chat));
    }

    /** Somebody at another node writes by turns with us: a guess would be wrong each time. */
    @Test
    void whereOthersWriteInBetweenNothingIsGuessed() {
        predictor.keep(chat, stored(1));
        for (int seq = 3; seq < 20; seq += 2) {
            predictor.keep(chat, stored(seq));
            assertEquals(Optional.empty(), last(chat));
        }
        predictor.keep(chat, stored(20));
        assertEquals(Optional.of(20), last(chat));
    }

    @Test
    void whatWasNotStoredNowSaysNothingOfWhatFollows() {
        predictor.keep(chat, stored(1));
        predictor.keep(chat, new AppendResult(AppendResult.Outcome.KNOWN, 1, Instant.EPOCH, null, null));
        assertEquals(Optional.empty(), last(chat));
        predictor.keep(chat, stored(1));
        predictor.keep(chat, AppendResult.UNKNOWN);
        assertEquals(Optional.empty(), last(chat));
    }

    @Test
    void whileNobodyHasAcceptedNothingIsGuessed() {
        predictor.keep(chat, AppendResult.stored(1, Instant.EPOCH, VISITOR, null));
        assertEquals(Optional.empty(), last(chat));
        predictor.keep(chat, stored(2));
        assertEquals(Optional.of(2), last(chat));
    }

    @Test
    void theChatThatWasSilentLongestIsForgottenFirst() {
        UUID second = UUID.randomUUID();
        predictor.keep(chat, stored(1));
        predictor.keep(second, stored(1));
        predictor.keep(chat, stored(2));
        predictor.keep(UUID.randomUUID(), stored(1));
        assertEquals(Optional.of(2), last(chat));
        assertEquals(Optional.empty(), last(second));
    }
}
