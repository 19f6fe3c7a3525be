package org.agentinbox.account;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person may do (ear/src/docs/rules.md#people-and-roles). The names are those of {@code @RolesAllowed}. */
public enum Role {
    /** Takes live chats. */
    LIVE_AGENT,
    /** Has a calendar and no live chat. */
    CALENDAR_AGENT,
    /** Takes live chats, sees all conversations, manages agents, teams and rules. */
    SALES_ADMIN,
    /** Manages rules, the widget and privacy; no live chat. */
    MARKETING_ADMIN;

    /** For {@code @RolesAllowed}, which wants constants. */
    public static final String LIVE_AGENT_NAME = "LIVE_AGENT";
    /** For {@code @RolesAllowed}. */
    public static final String SALES_ADMIN_NAME = "SALES_ADMIN";
    /** For {@code @RolesAllowed}. */
    public static final String MARKETING_ADMIN_NAME = "MARKETING_ADMIN";
    /** For {@code @RolesAllowed}. */
    public static final String CALENDAR_AGENT_NAME = "CALENDAR_AGENT";

    /** Not a person's role: all that a sign-in has in which a passkey is still to be shown, see {@link SignInRights}. */
    public static final String PASSKEY_REQUIRED_NAME = "PASSKEY_REQUIRED";

    /** @return whether it is an administrator's */
    boolean administers() {
        return this == SALES_ADMIN || this == MARKETING_ADMIN;
    }

    /** @return whether chats can be offered to a person of this role */
    public boolean takesChats() {
        return this == LIVE_AGENT || this == SALES_ADMIN;
    }

    /**
     * @param given the roles that somebody was given
     * @return the names of these and of those they include: a sales admin does all that a live agent does
     */
    public static Set<String> effective(Set<Role> given) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(given);
        if (roles.contains(SALES_ADMIN)) {
            roles.add(LIVE_AGENT);
        }
        return roles.stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
    }
}
