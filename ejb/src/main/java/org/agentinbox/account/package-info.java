/**
 * People and roles: accounts, passwords, sign-ins.
 *
 * <p>Invariants: a password is kept as a hash only; a sign-in is a row, so it survives a restart, is one for all nodes, and ends at once
 * when it is withdrawn; it also ends when its time is up, and when neither a request nor a live socket has used it for a while; an account
 * that is not active has no sign-in; no account has a known password but those of the demo data, which are closed at
 * start where the installation is no demo. Passwords are hashed a few at a time, outside of
 * transactions, so that a burst of sign-ins takes neither connections nor locks from chats; what was compared is looked at again under a
 * lock before anything follows from it. A password that somebody else chose serves for one sign-in
 * within 72 hours. Guessing is slow, and what strangers try holds nobody up in a browser in which they have signed in
 * before (ADR 26). Pictures are decoded one at a time, outside of transactions too, and of what was sent only pixels are kept.
 *
 * <p>Events: {@link AccountChanged}, {@link CredentialChanged} and {@link PasswordReset}, inside the transaction; {@link SignedOut}, to be
 * observed after commit. It
 * observes none but its own.
 *
 * <p>Read in this order: {@link Account}, {@link AccountService}, {@link SignIn}, {@link SignInService}, {@link SignInAttempts},
 * {@link SignInFailures}, {@link KnownDevices}, {@link SignIns},
 * {@link PasswordHashing}, {@link Passwords}, {@link PasswordRules}, {@link ProfileService}, {@link PhotoFile}, {@link PhotoEncoder},
 * {@link AccountSetup}, {@link DemoAccounts}.
 */
package org.agentinbox.account;
