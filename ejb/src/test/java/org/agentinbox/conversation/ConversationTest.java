package org.agentinbox.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways of a conversation: waiting, active, ended, or missed. */
class ConversationTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID ANA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();

    private final Conversation conversation = new Conversation(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), NOON);

    private void bring(ConversationState state) {
        switch (state) {
            case WAITING -> {}
            case ACTIVE -> conversation.connect(ANA, NOON.plusSeconds(5));
            case MISSED -> conversation.miss(NOON.plusSeconds(5));
            case ENDED -> {
                conversation.connect(ANA, NOON.plusSeconds(5));
                conversation.end(EndReason.VISITOR, NOON.plusSeconds(9));
            }
        }
    }

    @Test
    void waitsForAnAgentAtFirst() {
        assertEquals(ConversationState.WAITING, conversation.state());
        assertTrue(conversation.isOpen());
        assertNull(conversation.agentId());
        assertEquals(0, conversation.lastSeq());
    }

    @Test
    void belongsToWhoAccepted() {
        bring(ConversationState.ACTIVE);
        assertTrue(conversation.isActiveOf(ANA));
        assertFalse(conversation.isActiveOf(BEN));
        assertEquals(ANA, conversation.agentId());
    }

    @ParameterizedTest
    @EnumSource(names = "WAITING", mode = EnumSource.Mode.EXCLUDE)
    void isAcceptedOnce(ConversationState state) {
        bring(state);
        UUID before = conversation.agentId();
        RefusedException refused = assertThrows(RefusedException.class, () -> conversation.connect(BEN, NOON.plusSeconds(6)));
        assertEquals(Refusal.OFFER_GONE, refused.refusal());
        assertEquals(state, conversation.state());
        assertEquals(before, conversation.agentId());
    }

    @Test
    void endingAnActiveOneTellsWhoAndWhen() {
        bring(ConversationState.ENDED);
        assertFalse(conversation.isOpen());
        assertFalse(conversation.isActiveOf(ANA));
        assertEquals(EndReason.VISITOR, conversation.endReason());
        assertEquals(NOON.plusSeconds(9), conversation.endedAt());
    }

    @Test
    void endingItAgainChangesNothing() {
        bring(ConversationState.ENDED);
        conversation.end(EndReason.TIMEOUT, NOON.plusSeconds(99));
        conversation.miss(NOON.plusSeconds(99));
        assertEquals(ConversationState.ENDED, conversation.state());
        assertEquals(EndReason.VISITOR, conversation.endReason());
        assertEquals(NOON.plusSeconds(9), conversation.endedAt());
    }

    @Test
    void aVisitorWhoLeavesWhileWaitingWasMissed() {
        conversation.end(EndReason.VISITOR, NOON.plusSeconds(3));
        assertEquals(ConversationState.MISSED, conversation.state());
        assertEquals(EndReason.VISITOR, conversation.endReason());
    }

    @Test
    void anActiveOneCannotBeMissed() {
        bring(ConversationState.ACTIVE);
        conversation.miss(NOON.plusSeconds(7));
        assertEquals(ConversationState.ACTIVE, conversation.state());
        assertNull(conversation.endedAt());
    }

    @Test
    void idleTimeBeginsWithTheAcceptance() {
        assertEquals(NOON.plusSeconds(600), conversation.idleAt(Duration.ofMinutes(10)));
        bring(ConversationState.ACTIVE);
        assertEquals(NOON.plusSeconds(605), conversation.idleAt(Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @EnumSource
    void agentsSeeTheirActiveOnesAndAllPastOnes(ConversationState state) {
        bring(state);
        assertEquals(state == ConversationState.ACTIVE || state == ConversationState.ENDED, conversation.isVisibleTo(ANA, false));
        assertEquals(state == ConversationState.ENDED, conversation.isVisibleTo(BEN, false));
        assertTrue(conversation.isVisibleTo(BEN, true));
    }

    @Test
    void goesToWhomItIsHandedOn() {
        bring(ConversationState.ACTIVE);
        conversation.transfer(ANA, BEN);
        assertTrue(conversation.isActiveOf(BEN));
        assertFalse(conversation.isVisibleTo(ANA, false));
        assertEquals(Refusal.OFFER_GONE, refused(() -> conversation.transfer(ANA, BEN)));
        assertTrue(conversation.isActiveOf(BEN));
    }

    @ParameterizedTest
    @EnumSource(names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void isHandedOnOnlyWhileItGoesOn(ConversationState state) {
        bring(state);
        UUID before = conversation.agentId();
        assertEquals(Refusal.OFFER_GONE, refused(() -> conversation.transfer(ANA, BEN)));
        assertEquals(before, conversation.agentId());
    }

    @Test
    void onlyWhoHasItActsInIt() {
        bring(ConversationState.ACTIVE);
        conversation.checkMayWrite(AuthorKind.AGENT, ANA, false);
        assertEquals(Refusal.NOT_FOUND, refused(() -> conversation.checkMayWrite(AuthorKind.AGENT, BEN, false)));
        assertEquals(Refusal.NOT_ALLOWED, refused(() -> conversation.checkMayWrite(AuthorKind.AGENT, BEN, true)));
        conversation.end(EndReason.AGENT, NOON.plusSeconds(9));
        assertEquals(Refusal.CHAT_ENDED, refused(() -> conversation.checkMayWrite(AuthorKind.AGENT, ANA, false)));
    }

    /** A note goes to exactly those who may see its conversation, in every state and for everybody. */
    @ParameterizedTest
    @EnumSource
    void aNoteIsForWhoMaySeeTheConversation(ConversationState state) {
        bring(state);
        NoteStored stored = new NoteStored(null, conversation.agentId(), conversation.state());
        for (UUID reader : List.of(ANA, BEN)) {
            boolean told = stored.isForEverybody() || stored.activeAgent().filter(reader::equals).isPresent();
            assertEquals(conversation.isVisibleTo(reader, false), told);
            assertTrue(conversation.isVisibleTo(reader, true));
        }
        assertEquals(state == ConversationState.ACTIVE ? Optional.of(ANA) : Optional.empty(), stored.activeAgent());
    }

    private static Refusal refused(Executable act) {
        return assertThrows(RefusedException.class, act).refusal();
    }
}
