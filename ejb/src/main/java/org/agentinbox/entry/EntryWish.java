package org.agentinbox.entry;

/**
 * What an entry should be.
 *
 * @param name for administrators, 1 to 100 characters
 * @param active whether visitors come in by it; those who ask for one that is off come in by {@code default}, which is always on
 * @param queueMinutes how long a visitor waits at most where all agents are busy, 0 to 120; 0 for not at all
 * @param takesMessages whether a visitor may leave a message where no agent takes the chat
 */
public record EntryWish(String name, boolean active, EntryRouting routing, int queueMinutes, EntryBooking booking, boolean takesMessages,
    EntryContent content) {

    /** As chats came in before there were entries. */
    public static final EntryWish PLAIN = new EntryWish(null, true, EntryRouting.ROUND_ROBIN, 0, EntryBooking.NONE, false,
        EntryContent.PLAIN);
}
