package org.agentinbox.account;

import java.util.UUID;

/**
 * A passkey, the password or the email address of an account has changed, other than by {@link PasswordReset}. Fired inside the
 * transaction, so that the owner can be told: whoever changed it may be somebody else at a browser that was left open.
 *
 * @param account whose
 * @param what has changed
 * @param label what the owner calls the passkey; null for everything else
 * @param formerEmail the address that no longer is the account's, which may be null; null for everything but {@link What#EMAIL_CHANGED}
 */
public record CredentialChanged(UUID account, What what, String label, String formerEmail) {

    /** What can change. */
    public enum What {
        PASSKEY_ADDED, PASSKEY_REMOVED, PASSWORD_CHANGED, EMAIL_CHANGED
    }

    /** @return the change of a passkey or a password */
    public static CredentialChanged of(UUID account, What what, String label) {
        return new CredentialChanged(account, what, label, null);
    }
}
