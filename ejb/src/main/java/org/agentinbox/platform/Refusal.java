package org.agentinbox.platform;

/** Why a request was not carried out. Clients are told the name, so a name never changes its meaning. */
public enum Refusal {
    /** The text is empty or only white space. */
    EMPTY_TEXT,
    /** The text is longer than {@code agentinbox.message.max-length}. */
    TEXT_TOO_LONG,
    /** NUL or half of a surrogate pair, which neither the database nor other clients can keep unchanged. */
    INVALID_CHARACTERS,
    /** A field of a form or a message has a value that is not allowed. */
    INVALID_FIELD,
    /** A chat cannot begin without what its form requires: load the form again, which may have changed, and ask for what is missing. */
    FORM_INCOMPLETE,
    /** The visitor's token is unknown, or its visitor is gone. */
    UNKNOWN_TOKEN,
    /** The visitor has no chat that a message could go to. */
    NO_CONVERSATION,
    /** The chat is over. */
    CHAT_ENDED,
    /** The offer was answered, has lapsed, or was never this agent's. */
    OFFER_GONE,
    /** The chat is offered to another agent already. */
    TRANSFER_PENDING,
    /** The outcome or a tag is not on its list any more: read the list again. */
    CHOICE_GONE,
    /** The agent is not available, cannot be reached, or is at the limit of live chats. */
    AGENT_BUSY,
    /** The slot was booked by somebody else, or is not free for another reason: choose another one. */
    SLOT_TAKEN,
    /** Visitors have had as many invitations sent to this address as it gets in an hour or a day. */
    TOO_MANY_INVITATIONS,
    /** The meeting was cancelled or has begun, so it cannot be changed any more. */
    MEETING_OVER,
    /** There is no such thing, or the caller may not see it; the two are not told apart. */
    NOT_FOUND,
    /** The caller may not do that. */
    NOT_ALLOWED,
    /** Only sales admins, and the leads of its team, may do that with a chat that another agent has. */
    FORBIDDEN,
    /** The name is in use already. */
    NAME_TAKEN,
    /** Somebody else has changed it since the caller read it. */
    CHANGED_MEANWHILE,
    /** Something else still needs it, so it cannot be removed. */
    IN_USE,
    /** The new password is too short or too common. */
    WEAK_PASSWORD,
    /** The present password is wrong. */
    WRONG_PASSWORD,
    /** Another file is being imported into the same list: try again when that has ended. */
    IMPORT_RUNNING,
    /** The server has as much of this work as it can do at once: the same request in some seconds may be served. */
    BUSY,
    /** There were too many wrong tries: this one was not looked at. */
    TRY_LATER,
    /** The API key is missing, unknown or revoked, or has ended by itself or with its owner. */
    WRONG_KEY,
    /** The site signed another person for this visitor before. A hello without a token makes a new visitor. */
    OTHER_PERSON,
    /** Nothing about this visitor may be removed while a legal hold is in force. */
    LEGAL_HOLD,
    /** The visitor has an open chat. */
    CHAT_OPEN,
    /** The visitor has a booked meeting in the future. */
    MEETING_BOOKED
}
