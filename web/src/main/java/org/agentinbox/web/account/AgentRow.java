package org.agentinbox.web.account;

import java.io.Serializable;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import org.agentinbox.account.AccountView;
import org.agentinbox.account.Role;

/** A line of the table of agents, in the reader's language. */
public class AgentRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AccountView account;
    private final String id;
    private final String name;
    private final String userName;
    private final String email;
    private final String roles;
    private final String state;
    private final String stateName;
    private final Integer limit;
    private final String limitName;

    AgentRow(AccountView account, Integer limit, ResourceBundle texts) {
        this.account = account;
        id = account.id().toString();
        name = account.displayName();
        userName = account.userName();
        email = account.email() == null ? "-" : account.email();
        roles = account.roles().stream().sorted().map(role -> texts.getString("role." + role)).collect(Collectors.joining(", "));
        state = !account.active() ? "deactivated" : account.mustChangePassword() ? "password" : "active";
        stateName = texts.getString("agents.state." + state);
        this.limit = limit;
        limitName = limit == null ? null : MessageFormat.format(texts.getString("agents.ownLimit.some"), limit);
    }

    AccountView account() {
        return account;
    }

    Integer limit() {
        return limit;
    }

    /** @return their own limit of live chats in words, or null where they have none */
    public String getLimitName() {
        return limitName;
    }

    /** @return the account's id */
    public String getId() {
        return id;
    }

    /** @return where the picture is */
    public String getPhotoUrl() {
        return PhotoAddress.of("", account.id(), account.photoTag());
    }

    /** @return what others read */
    public String getName() {
        return name;
    }

    /** @return what they sign in with */
    public String getUserName() {
        return userName;
    }

    /** @return the address, or a dash */
    public String getEmail() {
        return email;
    }

    /** @return the roles in words */
    public String getRoles() {
        return roles;
    }

    /** @return {@code active}, {@code password} (must change it) or {@code deactivated} */
    public String getState() {
        return state;
    }

    /** @return the state in words */
    public String getStateName() {
        return stateName;
    }

    /** @return whether chats can be offered to them, so that they have hours */
    public boolean isTakesChats() {
        return account.active() && account.roles().stream().anyMatch(Role::takesChats);
    }

    /** @return whether they may sign in */
    public boolean isActive() {
        return !"deactivated".equals(state);
    }
}
