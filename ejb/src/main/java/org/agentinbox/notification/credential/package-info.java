/**
 * Emails to people whose passkeys, password or email address have changed, so that they notice what they did not do themselves.
 *
 * <p>Invariants: the email is queued in the transaction of the change; it goes to the account's address, and to the former one where that
 * has changed; it holds no password and no link that signs anybody in.
 *
 * <p>Events: it observes {@link org.agentinbox.account.CredentialChanged} and {@link org.agentinbox.account.PasswordReset}.
 *
 * <p>Read: {@link CredentialMail}.
 */
package org.agentinbox.notification.credential;
