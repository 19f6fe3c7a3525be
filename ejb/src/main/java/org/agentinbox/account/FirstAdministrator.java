package org.agentinbox.account;

import java.util.logging.Logger;

import org.agentinbox.platform.Settings;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Makes the first administrator from the settings where no account exists and no demo data will bring some. */
@Singleton
@Startup
public class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    @Inject
    private Settings settings;
    @Inject
    private AccountSetup setup;

    @PostConstruct
    void found() {
        if (settings.demo() || !setup.isNeeded()) {
            return;
        }
        settings.admin().ifPresentOrElse(
            admin -> {
                setup.firstAdministrator(admin.user(), admin.password());
                LOG.info(() -> "First administrator \"" + admin.user() + "\" made; the password must be changed at the first sign-in.");
            },
            () -> LOG.warning("No account exists: set agentinbox.admin.user and agentinbox.admin.password and start again."));
    }
}
