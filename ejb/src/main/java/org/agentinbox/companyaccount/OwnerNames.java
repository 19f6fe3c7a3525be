package org.agentinbox.companyaccount;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.agentinbox.platform.RefusedException;

/** Finds owners by what a file calls them: their user name, or their email address where no other account has it. */
final class OwnerNames {

    static final String UNKNOWN = "owner";
    static final String AMBIGUOUS = "owner.ambiguous";

    private final Map<String, Owner> byUserName = new HashMap<>();
    private final Map<String, Owner> byEmail = new HashMap<>();
    private final Map<String, Owner> ambiguous = new HashMap<>();

    OwnerNames(List<Owner> everybody) {
        for (Owner owner : everybody) {
            byUserName.put(key(owner.userName()), owner);
            if (owner.email() != null && byEmail.putIfAbsent(key(owner.email()), owner) != null) {
                ambiguous.put(key(owner.email()), owner);
            }
        }
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** @throws RefusedException of the field {@link #UNKNOWN} or {@link #AMBIGUOUS} */
    Owner find(String name) {
        Owner named = byUserName.get(key(name));
        if (named != null) {
            return named;
        }
        if (ambiguous.containsKey(key(name))) {
            throw RefusedException.ofField(AMBIGUOUS, "a user name: several have this email address");
        }
        Owner found = byEmail.get(key(name));
        if (found == null) {
            throw RefusedException.ofField(UNKNOWN, "the user name or email address of somebody who has an account to sign in by");
        }
        return found;
    }
}
