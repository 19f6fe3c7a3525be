package org.agentinbox.conversation;

import java.util.Map;

/**
 * What a visitor's page sends with a request for a chat.
 *
 * @param entry the key of the entry that the page names, as it was sent; null where it names none
 * @param answers to questions of the entry's form, by the place of the field, which counts from 1
 * @param consent whether the visitor was shown the entry's consent and started the chat with it
 */
public record ChatWish(String entry, Map<Integer, String> answers, boolean consent) {

    /** A request by the default entry, which asks nothing. */
    public static final ChatWish PLAIN = new ChatWish(null, Map.of(), false);
}
