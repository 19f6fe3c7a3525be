package org.agentinbox.summary.builtin;

/** What a sentence does in a conversation. */
enum SpeechAct {
    /** A greeting, thanks, an apology, an offer of help or a farewell, which a summary leaves out. */
    COURTESY,
    /** Asks for information. */
    QUESTION,
    /** Asks the other side to do something. */
    REQUEST,
    /** Says what the speaker wants or needs. */
    WISH,
    /** Says what is wrong. */
    PROBLEM,
    /** Says what the speaker will do. */
    COMMITMENT,
    /** Says yes to what the other side offered. */
    CONSENT,
    /** Says anything else. */
    STATEMENT
}
