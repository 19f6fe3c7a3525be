package org.agentinbox.platform;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Secrets that were given as system properties. Everybody on the machine reads those in the list of processes, and the server writes them
 * into its log, so the environment is the place for secrets.
 */
final class SecretProperties {

    /** Of the settings, and of the server's configuration (configure.cli), where a property of this name goes before the environment. */
    private static final List<String> SECRETS = List.of("agentinbox.secret-key", "agentinbox.admin.password", "agentinbox.summary.api-key",
        "env.AGENTINBOX_DB_PASSWORD", "env.AGENTINBOX_SMTP_PASSWORD");

    private SecretProperties() {}

    /** One sentence for each that is set, without its value. */
    static List<String> warnings(Predicate<String> isSet) {
        return SECRETS.stream().filter(isSet).map(name -> "The secret " + name + " is given as a system property, which the list of "
            + "processes and the server's log show: give it as the environment variable " + variable(name) + ", and replace it.").toList();
    }

    /** By the rule of MicroProfile Config. */
    private static String variable(String name) {
        return name.startsWith("env.") ? name.substring("env.".length()) : name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
