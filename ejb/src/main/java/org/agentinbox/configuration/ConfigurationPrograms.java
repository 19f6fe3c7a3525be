package org.agentinbox.configuration;

import java.util.List;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.site.ApiKeys;
import org.agentinbox.site.KeyScope;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The configuration, for programs. Open to all who have an API key; each method checks the key first. */
@Stateless
@PermitAll
public class ConfigurationPrograms {

    @Inject
    private ApiKeys keys;
    @Inject
    private Configurations configurations;

    /**
     * Checks whether a key may {@link #replace}.
     *
     * @param apiKey any text, or null
     * @throws RefusedException {@link Refusal#WRONG_KEY} where it is not a valid key, {@link Refusal#NOT_ALLOWED} where it lacks the scope
     */
    public void check(String apiKey) {
        keys.check(apiKey, KeyScope.CONFIGURATION);
    }

    /**
     * @param apiKey a valid one with the scope {@link KeyScope#CONFIGURATION}
     * @return the configuration as it is
     * @throws RefusedException as {@link #check}
     */
    public ConfigurationDocument read(String apiKey) {
        check(apiKey);
        return configurations.read();
    }

    /**
     * Replaces the configuration as a whole, or not at all, as {@link Configurations#replace}.
     *
     * @param apiKey a valid one with the scope {@link KeyScope#CONFIGURATION}
     * @throws RefusedException as {@link #check} and {@link Configurations#replace}
     */
    public ConfigurationReport replace(String apiKey, byte[] bytes, List<String> match, boolean isDryRun) {
        check(apiKey);
        return configurations.replace(bytes, match, isDryRun);
    }
}
