package org.agentinbox.platform.audit;

/** What an act was about. The names are stored; pages have a text for each, {@code audit.subject.NAME}. */
public enum AuditSubject {
    /** A person who signs in. */
    ACCOUNT,
    /** A team of agents. */
    TEAM,
    /** A custom rule. */
    RULE,
    /** A way into a chat. */
    ENTRY,
    /** A time in which somebody is not available. */
    DAY_OFF,
    /** A listed topic. */
    TOPIC,
    /** A canned answer. */
    ANSWER,
    /** A company on the account list. */
    COMPANY_ACCOUNT,
    /** The configuration as a document. */
    CONFIGURATION,
    /** The secret by which the site signs. */
    SITE_SECRET,
    /** A key of a program. */
    API_KEY,
    /** A visitor whom the site has not signed for, by id alone. */
    VISITOR,
    /** A record of a person, by id alone. */
    PERSON,
    /** A conversation, by id alone. */
    CONVERSATION,
    /** The audit trail itself. */
    AUDIT,
    /** A run of the purge. */
    PURGE,
    /** An address of the product. */
    PAGE
}
