package org.agentinbox.web.site;

import java.io.Serializable;
import java.text.MessageFormat;
import java.util.ResourceBundle;

import org.agentinbox.site.ApiKeyView;

/** A row of the table of API keys. */
public class ApiKeyRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ApiKeyView key;
    private final String used;
    private final String state;

    ApiKeyRow(ApiKeyView key, ResourceBundle texts) {
        this.key = key;
        this.used = key.lastUsedAt() == null ? texts.getString("site.keys.never") : SitePage.words(key.lastUsedAt());
        this.state = isHolds() ? texts.getString("site.keys.holds")
            : MessageFormat.format(texts.getString("site.keys.revoked"), SitePage.words(key.revokedAt()));
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

    /** @return when it was last used */
    public String getUsed() {
        return used;
    }

    /** @return its state in words */
    public String getState() {
        return state;
    }

    /** @return whether it is valid */
    public final boolean isHolds() {
        return key.revokedAt() == null;
    }
}
