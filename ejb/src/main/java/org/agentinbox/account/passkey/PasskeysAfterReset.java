package org.agentinbox.account.passkey;

import java.util.Map;

import org.agentinbox.account.PasswordReset;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.securitylog.SecurityEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Removes the passkeys of whoever gets a one-time password: they were lost with a device, or an intruder has added one. */
@ApplicationScoped
class PasskeysAfterReset {

    @Inject
    private Passkeys passkeys;
    @Inject
    private Audit audit;

    void removeAll(@Observes PasswordReset reset) {
        int removed = passkeys.removeAll(reset.account());
        if (removed > 0) {
            audit.record(AuditRecord.of(AuditAct.PASSKEY_REMOVED).about(AuditSubject.ACCOUNT, reset.account(), null)
                .changed(Map.of("count", removed), null)
                .logged(SecurityEvent.of("passkey-removed").with("account", reset.account())
                    .with("count", Integer.toString(removed)).with("reason", "password-reset")));
        }
    }
}
