package org.agentinbox.account;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.Settings;
import org.agentinbox.platform.securitylog.LogText;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Who may sign in with a password or a passkey of ours. Where the settings leave that to a few, for the day on which no provider answers,
 * each use is told loudly.
 */
@ApplicationScoped
class LocalSignIn {

    private static final Logger LOG = Logger.getLogger(LocalSignIn.class.getName());

    @Inject
    private Settings settings;

    boolean isAllowed(Account account) {
        return settings.localSignIn().allows(account.view().userName());
    }

    void used(Account account, SignInClient client) {
        if (!settings.localSignIn().everybody()) {
            LOG.log(Level.WARNING,
                "BREAK-GLASS SIGN-IN: \"{0}\" has signed in from {1} without a provider, as agentinbox.sign-in.local allows.",
                new Object[]{account.view().userName(), LogText.oneLine(String.valueOf(client.address()))});
        }
    }
}
