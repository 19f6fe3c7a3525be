package org.agentinbox.platform;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the settings from MicroProfile Config: system properties, environment variables, the server's console. */
@ApplicationScoped
public class SettingsProducer {

    /**
     * @return the settings of this deployment
     * @throws UnusableSettingException where one cannot be used
     */
    @Produces
    @Singleton
    public Settings settings() {
        Config config = ConfigProvider.getConfig();
        return new SettingsReader(name -> config.getOptionalValue(name, String.class)).read();
    }
}
