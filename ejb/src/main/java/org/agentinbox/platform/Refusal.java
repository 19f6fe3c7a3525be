package org.agentinbox.platform;

/** Why a request was not carried out. Clients are told the name, so a name never changes its meaning. */
public enum Refusal {
    /** The text is empty or only white space. */
    EMPTY_TEXT,
    /** The text is longer than {@code agentinbox.message.max-length}. */
    TEXT_TOO_LONG,
    /** NUL or half of a surrogate pair: no database and no other client could keep it as it is. */
    INVALID_CHARACTERS,
    /** A field of a form or a frame has a value that it cannot have. */
    INVALID_FIELD,
    /** The visitor's token is not one of ours, or its visitor is gone. */
    UNKNOWN_TOKEN,
    /** The visitor has no chat that a message could go to. */
    NO_CONVERSATION,
    /** The chat is over. */
    CHAT_ENDED,
    /** The offer was answered, has lapsed, or was never this agent's. */
    OFFER_GONE,
    /** The chat is on its way to another agent already. */
    TRANSFER_PENDING,
    /** The agent takes no chats now, cannot be reached, or has as many as an agent may have. */
    AGENT_BUSY,
    /** Somebody was quicker, or the time is not free for another reason: choose another slot. */
    SLOT_TAKEN,
    /** The meeting was cancelled, or has begun: it can be changed no more. */
    MEETING_OVER,
    /** There is no such thing, or it is somebody else's: from outside both look the same. */
    NOT_FOUND,
    /** The caller may not do that. */
    NOT_ALLOWED,
    /** Somebody took that name first. */
    NAME_TAKEN,
    /** The new password is too short or too common. */
    WEAK_PASSWORD,
    /** The present password is another one. */
    WRONG_PASSWORD,
    /** The server has as much of this work as it can do at once: the same request in some seconds may be served. */
    BUSY,
    /** There were too many wrong tries: this one was not looked at. */
    TRY_LATER,
    /** No API key, or one that opens nothing (any more). */
    WRONG_KEY,
    /** The site signed for somebody else in the browser of a visitor whom it had signed for: hello without a token makes a new one. */
    OTHER_PERSON,
    /** Nothing of this visitor may go while a legal hold is in force. */
    LEGAL_HOLD,
    /** A chat of this visitor is under way. */
    CHAT_OPEN,
    /** A meeting of this visitor is to come. */
    MEETING_BOOKED
}
