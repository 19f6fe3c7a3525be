package org.agentinbox.platform;

/** Keeps whoever saves what they read some time ago from undoing what others have saved since. */
public final class Versions {

    private Versions() {}

    /**
     * @param known the version that was read
     * @param stored the version as it is now, read where nobody else can write
     * @throws RefusedException {@link Refusal#CHANGED_MEANWHILE} where they differ
     */
    public static void require(int known, int stored) {
        if (known != stored) {
            throw new RefusedException(Refusal.CHANGED_MEANWHILE, "Somebody else has changed this meanwhile. Read it again.");
        }
    }
}
