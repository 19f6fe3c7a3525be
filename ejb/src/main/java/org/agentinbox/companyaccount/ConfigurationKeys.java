package org.agentinbox.companyaccount;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.site.ApiKeys;
import org.agentinbox.site.KeyScope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Checks keys of programs also where the caller has no transaction. */
@ApplicationScoped
class ConfigurationKeys {

    @Inject
    private ApiKeys keys;

    /** @throws RefusedException {@link Refusal#WRONG_KEY}, {@link Refusal#NOT_ALLOWED} without {@link KeyScope#CONFIGURATION} */
    @Transactional
    void require(String apiKey) {
        keys.check(apiKey, KeyScope.CONFIGURATION);
    }
}
