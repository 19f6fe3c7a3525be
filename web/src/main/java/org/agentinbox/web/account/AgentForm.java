package org.agentinbox.web.account;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.AccountView;
import org.agentinbox.account.Role;

/** What the dialog for a new or a known agent holds while it is filled in. */
public class AgentForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final int version;
    private final Map<Role, Boolean> roles = new EnumMap<>(Role.class);
    private String userName;
    private String displayName;
    private String email;
    private boolean limited;
    private String ownLimit;

    /** A new agent: who gets an account usually takes chats. */
    AgentForm() {
        id = null;
        version = 0;
        roles.put(Role.LIVE_AGENT, true);
    }

    /** @param limit their own limit of live chats, or null */
    AgentForm(AccountView account, Integer limit) {
        id = account.id();
        version = account.version();
        userName = account.userName();
        displayName = account.displayName();
        email = account.email();
        account.roles().forEach(role -> roles.put(role, true));
        limited = account.active() && account.roles().stream().anyMatch(Role::takesChats);
        ownLimit = limit == null ? null : limit.toString();
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    /** Returns what was typed, or null for nothing; 0 where it is no number. */
    Integer chosenLimit() {
        if (ownLimit == null || ownLimit.isBlank()) {
            return null;
        }
        return ownLimit.strip().matches("[0-9]{1,6}") ? Integer.valueOf(ownLimit.strip()) : Integer.valueOf(0);
    }

    Set<Role> chosenRoles() {
        return roles.entrySet().stream().filter(e -> Boolean.TRUE.equals(e.getValue())).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** @return whether there is no account yet */
    public boolean isNew() {
        return id == null;
    }

    /** @return which roles are ticked */
    public Map<Role, Boolean> getRoles() {
        return roles;
    }

    /** @return what they sign in with */
    public String getUserName() {
        return userName;
    }

    /** @param userName what they sign in with */
    public void setUserName(String userName) {
        this.userName = userName;
    }

    /** @return what others read */
    public String getDisplayName() {
        return displayName;
    }

    /** @param displayName what others read */
    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    /** @return whether they take chats, so that they can have a limit of their own */
    public boolean isLimited() {
        return limited;
    }

    /** @return the most live chats of theirs at a time, or null for the usual number */
    public String getOwnLimit() {
        return ownLimit;
    }

    public void setOwnLimit(String ownLimit) {
        this.ownLimit = ownLimit;
    }

    /** @return the address, or null */
    public String getEmail() {
        return email;
    }

    /** @param email the address, or null */
    public void setEmail(String email) {
        this.email = email;
    }
}
