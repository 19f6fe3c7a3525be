package org.agentinbox.conversation;

import java.util.List;

/**
 * Notes of a conversation in order.
 *
 * @param items at most {@value Notes#PAGE_SIZE}; where the last one is before {@code lastNote}, ask again
 * @param lastNote the number of the conversation's last note; 0 where there is none
 */
public record NotePage(List<NoteView> items, int lastNote) {}
