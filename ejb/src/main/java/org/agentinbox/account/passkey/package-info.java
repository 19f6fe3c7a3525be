/**
 * Passkeys (Web Authentication, level 3): public keys by which people sign in without user name and password (ADR 31).
 *
 * <p>Invariants: the private key never gets here; a challenge is for one purpose, valid for five minutes and one use, and checked by any
 * node; relying party and origin are the installation's own, by its settings; whoever adds a passkey has typed the password; a sign-in in
 * which a passkey is still to be shown adds the first one only; a counter that stands or goes back signs nobody in; a one-time password
 * removes all passkeys of its account.
 *
 * <p>Events: it observes {@link org.agentinbox.account.PasswordReset} and fires {@link org.agentinbox.account.CredentialChanged}, both
 * inside the transaction.
 *
 * <p>Read in this order: {@link PasskeyService}, {@link PasskeyRegistration}, {@link SignedChallengeCheck}, {@link Challenges},
 * {@link ChallengeSigner}, {@link SignatureCheck}, {@link RelyingParty}, {@link Passkey}.
 */
package org.agentinbox.account.passkey;
