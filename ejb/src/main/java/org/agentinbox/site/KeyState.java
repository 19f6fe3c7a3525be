package org.agentinbox.site;

/** Whether a key works, and if not, why. */
public enum KeyState {
    /** It works. */
    VALID,
    /** It works, and ends within 30 days. */
    ENDING,
    /** Its time is up. */
    ENDED,
    /** The account to which it belongs is not an administrator's, or not active; it works again when somebody takes it over. */
    OWNERLESS,
    /** An administrator withdrew it. */
    REVOKED;

    /** @return whether the key works */
    public boolean isValid() {
        return this == VALID || this == ENDING;
    }
}
