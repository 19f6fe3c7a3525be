package org.agentinbox.web.site;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.ResourceBundle;

import org.agentinbox.site.ApiKeyView;
import org.agentinbox.site.KeyState;

/** A row of the table of API keys. */
public class ApiKeyRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ApiKeyView key;
    private final String used;
    private final String state;
    private final String scopes;
    private final String owner;

    ApiKeyRow(ApiKeyView key, ResourceBundle texts) {
        this.key = key;
        this.used = key.lastUsedAt() == null ? texts.getString("site.keys.never") : SitePage.words(key.lastUsedAt());
        this.state = MessageFormat.format(texts.getString("site.keys.state." + key.state()),
            SitePage.words(key.state() == KeyState.REVOKED ? key.revokedAt() : key.endsAt()));
        this.scopes = key.scopes().stream().sorted().map(scope -> texts.getString("site.scope." + scope)).collect(joining(", "));
        this.owner = Objects.equals(key.createdBy(), key.owner()) || key.owner() == null ? null
            : MessageFormat.format(texts.getString("site.keys.owner"), key.owner());
    }

    public String getId() {
        return key.id().toString();
    }

    /** @return what it is for */
    public String getName() {
        return key.name();
    }

    /** @return the key's first characters */
    public String getBeginning() {
        return key.beginning();
    }

    /** @return when it was made, and by whom where that is known */
    public String getMade() {
        return SitePage.words(key.createdAt()) + (key.createdBy() == null ? "" : " · " + key.createdBy());
    }

    /** @return who has taken it over, in words, or null where it is its maker's */
    public String getOwner() {
        return owner;
    }

    /** @return what a program may do with it, in words */
    public String getScopes() {
        return scopes;
    }

    /** @return when it was last used */
    public String getUsed() {
        return used;
    }

    /** @return its state in words */
    public String getState() {
        return state;
    }

    /** @return how its state looks: {@code active}, {@code password} where somebody should do something, or {@code deactivated} */
    public String getLook() {
        return switch (key.state()) {
            case VALID -> "active";
            case ENDING, OWNERLESS -> "password";
            case ENDED, REVOKED -> "deactivated";
        };
    }

    /** @return whether it can be revoked or taken over: it works, or could work again */
    public boolean isRevocable() {
        return key.state().isValid() || key.state() == KeyState.OWNERLESS;
    }
}
