package org.agentinbox.account.passkey;

/**
 * A key that an authenticator has made, after it was checked.
 *
 * @param id chosen by the authenticator, at most 1,023 bytes
 * @param data attested credential data as WebAuthn encodes them
 * @param signCount 0 where the authenticator does not count
 * @param backupEligible whether it may be copied to other devices
 * @param backedUp whether it is
 * @param transports how the browser reaches it, separated by commas; may be empty
 */
record NewCredential(byte[] id, byte[] data, long signCount, boolean backupEligible, boolean backedUp, String transports) {}
