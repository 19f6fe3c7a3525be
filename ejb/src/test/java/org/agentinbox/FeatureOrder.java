package org.agentinbox;

import java.util.List;
import java.util.Optional;

/**
 * The order of the features, the lowest first: each may use those before it, by its classes ({@link ArchitectureTest}) and by its queries
 * ({@link TableOwnershipTest}). A package that is not named belongs to the nearest package around it that is.
 */
final class FeatureOrder {

    static final String ROOT = "org.agentinbox.";
    private static final List<String> FEATURES = List.of("platform", "hours", "account", "audit", "site", "configuration", "dayoff",
        "visitor",
        "availability",
        "companyaccount", "team", "entry",
        "conversation",
        "answer",
        "routing", "supervision", "mail", "notification", "meeting", "meeting.caldav", "activity", "summary", "retention", "report", "now",
        "demo");

    private FeatureOrder() {}

    /** @return the feature of a package of ours; empty for other packages */
    static Optional<String> feature(String packageName) {
        if (!packageName.startsWith(ROOT)) {
            return Optional.empty();
        }
        String name = packageName.substring(ROOT.length());
        while (!FEATURES.contains(name)) {
            if (!name.contains(".")) {
                throw new IllegalStateException("The feature " + name + " has no place in the order: add it to "
                    + FeatureOrder.class.getName());
            }
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return Optional.of(name);
    }

    /** @return whether one feature may use another; each may use itself */
    static boolean mayUse(String user, String used) {
        return FEATURES.indexOf(used) <= FEATURES.indexOf(user);
    }
}
