package org.agentinbox.web.site;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.agentinbox.site.KeyScope;
import org.agentinbox.site.NewKey;

/** What the dialog for a new key holds. No scope is ticked at first: a key gets what its maker chooses and nothing else. */
public class KeyForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int A_YEAR = 12;

    private final Map<KeyScope, Boolean> scopes = new EnumMap<>(KeyScope.class);
    private String name;
    private int months = A_YEAR;

    NewKey wanted() {
        return new NewKey(name, scopes.entrySet().stream().filter(e -> Boolean.TRUE.equals(e.getValue())).map(Map.Entry::getKey)
            .collect(Collectors.toSet()), months);
    }

    /** @return which scopes are ticked */
    public Map<KeyScope, Boolean> getScopes() {
        return scopes;
    }

    /** @return what the key is for */
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** @return how long it works, in months */
    public int getMonths() {
        return months;
    }

    public void setMonths(int months) {
        this.months = months;
    }
}
