package org.agentinbox.configuration;

/** The parts of the document, in the order in which they stand there: each names only things of those before it. */
public enum Section {
    /** Teams of agents. */
    TEAMS("teams"),
    /** The ways into a chat. */
    ENTRIES("entries"),
    /** Custom rules. */
    RULES("rules"),
    /** Days off of the site, of agents and of teams. */
    DAYS_OFF("daysOff"),
    /** The list of outcomes. */
    OUTCOMES("outcomes"),
    /** The list of tags. */
    TAGS("tags"),
    /** The list of topics. */
    TOPICS("topics"),
    /** Canned answers for everybody. */
    ANSWERS("answers");

    private final String member;

    Section(String member) {
        this.member = member;
    }

    /** @return its name in the document */
    public String member() {
        return member;
    }
}
