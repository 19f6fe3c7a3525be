package org.agentinbox.account;

import java.util.UUID;

/**
 * An attempt to sign in. It is counted as a failure before the password is looked at, so that many at once do not slip past the limits,
 * and taken back where the password is right.
 *
 * @param account whose user name was given, or null where there is no such active account
 * @param userName the account's, or null
 * @param passwordHash of that account when the attempt began, or null
 * @param count what it was counted as
 */
record SignInAttempt(UUID account, String userName, String passwordHash, FailureCount count) {

    @Override
    public String toString() {
        return "SignInAttempt[" + account + ", " + count + "]";
    }
}
