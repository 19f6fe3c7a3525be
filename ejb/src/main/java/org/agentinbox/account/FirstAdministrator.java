package org.agentinbox.account;

import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.Settings;
import org.agentinbox.platform.UnusableSettingException;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/**
 * Makes the first administrator from the settings where nobody can sign in and no demo data will bring accounts. Before, closes what a demo
 * has left open.
 */
@Singleton
@Startup
public class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    @Inject
    private Settings settings;
    @Inject
    private AccountSetup setup;
    @Inject
    private DemoAccounts demoAccounts;

    @PostConstruct
    void found() {
        if (settings.demo()) {
            return;
        }
        closeDemoAccounts();
        if (setup.nobodyIsActive()) {
            settings.admin().ifPresentOrElse(this::make,
                () -> LOG.warning("Nobody can sign in: set agentinbox.admin.user and agentinbox.admin.password and start again."));
        } else {
            settings.admin().ifPresent(this::renew);
        }
    }

    private void closeDemoAccounts() {
        List<String> closed = demoAccounts.close();
        if (!closed.isEmpty()) {
            LOG.log(Level.WARNING, "agentinbox.demo is not true, so the demo''s accounts with the known password were closed: {0}. "
                + "A sales admin can activate them again and give them new passwords.", closed);
        }
    }

    private void make(Settings.FirstAdmin admin) {
        if (setup.exists(admin.user())) {
            LOG.log(Level.WARNING, "Nobody can sign in, and the account \"{0}\" was closed: set agentinbox.admin.user to another name.",
                admin.user());
            return;
        }
        requireStrong(admin);
        setup.firstAdministrator(admin.user(), admin.password());
        LOG.info(() -> "First administrator \"" + admin.user()
            + "\" made; the password must be changed at the first sign-in, within 72 hours.");
    }

    private void renew(Settings.FirstAdmin admin) {
        setup.lockedOut(admin.user()).ifPresent(account -> {
            requireStrong(admin);
            LOG.log(Level.WARNING, setup.renew(account, admin.password())
                ? "The first administrator \"{0}\" did not sign in within 72 hours, and has got the password that the settings have now."
                : "The password of the first administrator \"{0}\" is over: set agentinbox.admin.password to another one and start again.",
                admin.user());
        });
    }

    /** The password is never part of a message. */
    private static void requireStrong(Settings.FirstAdmin admin) {
        PasswordRules.problem(admin.password(), admin.user().toLowerCase(Locale.ROOT)).ifPresent(problem -> {
            throw new UnusableSettingException("Setting agentinbox.admin.password has the unusable value \"(not shown)\"; allowed is a "
                + "password that is hard to guess. " + problem.advice());
        });
    }
}
