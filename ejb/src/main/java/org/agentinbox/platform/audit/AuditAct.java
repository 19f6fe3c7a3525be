package org.agentinbox.platform.audit;

/**
 * What somebody did, as the audit trail tells it. The names are stored and never change their meaning; pages have a text for each,
 * {@code audit.act.NAME}.
 */
public enum AuditAct {
    /** Somebody signed in; {@code after} has how. */
    SIGN_IN,
    /** Somebody did not get in. Not every one is told, see {@link Audit#refused}. */
    SIGN_IN_FAILED,
    /** Somebody signed out. */
    SIGN_OUT,
    /** Sign-ins ended that did not sign out: by their owner from another browser, by an administrator, or by a new password. */
    SIGN_INS_ENDED,

    /** An account was made. */
    ACCOUNT_CREATED,
    /** Name, title or address of an account changed. */
    ACCOUNT_CHANGED,
    /** Somebody gave themselves a picture, or another one. */
    PHOTO_CHANGED,
    /** Somebody removed their picture. */
    PHOTO_REMOVED,
    /** Somebody got other roles. */
    ROLE_CHANGED,
    /** Somebody may sign in again. */
    ACCOUNT_ACTIVATED,
    /** Somebody may not sign in any more. */
    ACCOUNT_DEACTIVATED,
    /** Somebody changed their own password. */
    PASSWORD_CHANGED,
    /** Somebody got a one-time password. */
    PASSWORD_RESET,
    /** Somebody who was signed in did not know the present password. Bounded as {@link #SIGN_IN_FAILED}. */
    PASSWORD_CHECK_FAILED,
    /** Somebody added a passkey. */
    PASSKEY_ADDED,
    /** A passkey was removed, by its owner or with a new password. */
    PASSKEY_REMOVED,

    /** A team was made. */
    TEAM_CREATED,
    /** A team has another name, other members or another lead. */
    TEAM_CHANGED,
    /** A team is gone. */
    TEAM_REMOVED,
    /** A custom rule was made. */
    RULE_CREATED,
    /** A custom rule changed, or was switched on or off. */
    RULE_CHANGED,
    /** Custom rules are tried in another order. */
    RULES_ORDERED,
    /** A custom rule is gone. */
    RULE_REMOVED,
    /** An entry was made. */
    ENTRY_CREATED,
    /** An entry changed, or was switched on or off. */
    ENTRY_CHANGED,
    /** Entries stand in another order. */
    ENTRIES_ORDERED,
    /** An entry is gone. */
    ENTRY_REMOVED,
    /** A day off was added. */
    DAY_OFF_CREATED,
    /** A day off changed. */
    DAY_OFF_CHANGED,
    /** A day off is gone. */
    DAY_OFF_REMOVED,
    /** Days off came from a calendar file; {@code after} has how many. */
    DAYS_OFF_IMPORTED,
    /** Somebody's hours for chats changed. */
    HOURS_CHANGED,
    /** How somebody can be met changed: hours, length, texts, link of the call. */
    CALENDAR_SETTINGS_CHANGED,
    /** Somebody connected their calendar on a server, in place of one that was connected before. */
    CALENDAR_CONNECTED,
    /** Somebody's calendar on a server is not connected any more. */
    CALENDAR_DISCONNECTED,
    /** A topic was listed. */
    TOPIC_CREATED,
    /** A listed topic changed. */
    TOPIC_CHANGED,
    /** A topic is not listed any more. */
    TOPIC_REMOVED,
    /** Topics came from a file; {@code after} has how many. */
    TOPICS_IMPORTED,
    /** A shared canned answer was made. */
    ANSWER_CREATED,
    /** A shared canned answer changed. */
    ANSWER_CHANGED,
    /** A shared canned answer is gone. */
    ANSWER_REMOVED,
    /** Shared canned answers came from a file; {@code after} has how many. */
    ANSWERS_IMPORTED,
    /** A company was put on the account list. */
    COMPANY_ACCOUNT_CREATED,
    /** A company on the account list got another name or owner. */
    COMPANY_ACCOUNT_CHANGED,
    /** A company was taken from the account list. */
    COMPANY_ACCOUNT_REMOVED,
    /** The account list was replaced by a file; {@code after} has how many. */
    COMPANY_ACCOUNTS_IMPORTED,
    /** A document replaced the configuration; {@code before} and {@code after} have the differences. */
    CONFIGURATION_REPLACED,

    /** The site got a secret. */
    SITE_SECRET_CREATED,
    /** The secret before is not valid any more. */
    SITE_SECRET_ENDED,
    /** An API key was made. */
    API_KEY_CREATED,
    /** Another administrator answers for an API key. */
    API_KEY_TAKEN_OVER,
    /** An API key was revoked. */
    API_KEY_REVOKED,
    /** A program used an API key for what it may not do, or when it had ended. Bounded as {@link #SIGN_IN_FAILED}. */
    API_KEY_REFUSED,

    /** Somebody took what is held about a visitor or a person, or a list. */
    EXPORT,
    /** Somebody removed what is held about a visitor or a person. */
    ERASURE,
    /** A legal hold was placed. */
    HOLD_SET,
    /** A legal hold was lifted. */
    HOLD_LIFTED,
    /** A run of the purge ended; {@code after} has what it removed. */
    PURGE_RUN,

    /** Somebody took a chat from its agent. */
    TAKE_OVER,
    /** Somebody gave a chat to another agent than its own. */
    REASSIGNED,
    /** Somebody ended another's chat. */
    ENDED_BY_SUPERVISOR,
    /** Somebody began to watch another's chat. */
    CHAT_WATCHED,
    /** Somebody read another's active chat; once per person, chat and hour. */
    READ_ANOTHERS_ACTIVE_CHAT,

    /** Somebody who was signed in asked for what they may not have. Bounded as {@link #SIGN_IN_FAILED}. */
    ACCESS_DENIED
}
