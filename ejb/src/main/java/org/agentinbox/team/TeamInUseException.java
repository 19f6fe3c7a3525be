package org.agentinbox.team;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

/** {@link Refusal#IN_USE} of a team that is to be removed, with what still names it. */
public class TeamInUseException extends RefusedException {

    private static final long serialVersionUID = 1;

    /** What can name a team. */
    public enum User {
        /** A way into a chat. */
        ENTRY,
        /** A custom rule. */
        RULE
    }

    private final User user;
    private final String name;

    /**
     * @param user what names the team
     * @param name what administrators call it
     */
    public TeamInUseException(User user, String name) {
        super(Refusal.IN_USE, "The " + (user == User.ENTRY ? "entry " : "rule ") + name + " names this team.");
        this.user = user;
        this.name = name;
    }

    /** @return what names the team */
    public User user() {
        return user;
    }

    /** @return what administrators call it */
    public String name() {
        return name;
    }
}
