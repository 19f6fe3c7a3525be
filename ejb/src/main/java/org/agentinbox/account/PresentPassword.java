package org.agentinbox.account;

import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.securitylog.SecurityEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Asks somebody who is signed in for the password again, before something that would let others in for good: somebody else may sit at a
 * browser that was left open. Wrong ones slow further attempts down. In no transaction: comparing takes long.
 */
@ApplicationScoped
public class PresentPassword {

    @Inject
    private Accounts accounts;
    @Inject
    private PasswordHashing hashing;
    @Inject
    private Audit audit;

    /**
     * @param account who is signed in
     * @param password what they typed, or null
     * @param failedEvent for the security log, where it is wrong
     * @throws RefusedException {@link Refusal#WRONG_PASSWORD}, {@link Refusal#BUSY}; {@link Refusal#NOT_ALLOWED} where it is a one-time one
     * @throws TryLaterException {@link Refusal#TRY_LATER}
     */
    public void require(UUID account, String password, String failedEvent) {
        try (PasswordHashing.Permit permit = hashing.permitForKnown()) {
            if (compare(permit, account, password, failedEvent).mustChangePassword()) {
                throw new RefusedException(Refusal.NOT_ALLOWED, "Change the password first.");
            }
        }
    }

    Accounts.PasswordOwner compare(PasswordHashing.Permit permit, UUID account, String password, String failedEvent) {
        Accounts.PasswordOwner owner = accounts.passwordOwner(account);
        if (password == null || !permit.matches(password, owner.passwordHash())) {
            audit.refused(AuditRecord.of(AuditAct.PASSWORD_CHECK_FAILED).about(AuditSubject.ACCOUNT, account, owner.userName()).by(account)
                .logged(SecurityEvent.of(failedEvent).with("account", account).with("user", owner.userName())));
            throw new RefusedException(Refusal.WRONG_PASSWORD, "The present password is another one.");
        }
        accounts.verified(owner);
        return owner;
    }
}
