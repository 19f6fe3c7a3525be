package org.agentinbox.account.passkey;

import org.agentinbox.account.PasswordReset;
import org.agentinbox.platform.securitylog.SecurityEvent;
import org.agentinbox.platform.securitylog.SecurityLog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Removes the passkeys of whoever gets a one-time password: they were lost with a device, or an intruder has added one. */
@ApplicationScoped
class PasskeysAfterReset {

    @Inject
    private Passkeys passkeys;
    @Inject
    private SecurityLog securityLog;

    void removeAll(@Observes PasswordReset reset) {
        int removed = passkeys.removeAll(reset.account());
        if (removed > 0) {
            securityLog.done(SecurityEvent.of("passkey-removed").with("account", reset.account())
                .with("count", Integer.toString(removed)).with("reason", "password-reset"));
        }
    }
}
