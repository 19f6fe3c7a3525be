package org.agentinbox.account.oidc;

import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

import org.agentinbox.platform.Settings;
import org.agentinbox.platform.UnusableSettingException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The OpenID providers of the settings, read at the start by {@link ProviderRechecks}: an unusable setting stops the deployment. */
@ApplicationScoped
class Providers {

    private static final Logger LOG = Logger.getLogger(Providers.class.getName());

    @Inject
    private Settings settings;
    private List<Provider> all;

    @PostConstruct
    void read() {
        Config config = ConfigProvider.getConfig();
        try {
            all = new ProviderReader(name -> config.getOptionalValue(name, String.class), settings).read();
        } catch (UnusableSettingException e) {
            LOG.severe(e.getMessage());
            throw e;
        }
        all.forEach(provider -> LOG.info(() -> "OpenID provider " + provider));
    }

    List<Provider> all() {
        return all;
    }

    Optional<Provider> byId(String id) {
        return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }
}
