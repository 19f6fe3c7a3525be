package org.agentinbox.platform;

import java.util.logging.Logger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Reads the settings before anything is served, so that an unusable one stops the deployment. */
@Singleton
@Startup
public class SettingsCheck {

    private static final Logger LOG = Logger.getLogger(SettingsCheck.class.getName());

    @Inject
    private SettingsProducer producer;

    @PostConstruct
    void check() {
        SecretProperties.warnings(name -> System.getProperty(name) != null).forEach(LOG::warning);
        try {
            LOG.info(() -> "Settings: " + producer.settings());
        } catch (UnusableSettingException e) {
            LOG.severe(e.getMessage());
            throw e;
        }
    }
}
