package org.agentinbox.summary.api;

/** A summariser has nothing usable to say at the moment: another one serves. */
public final class SummariserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean again;

    /**
     * @param message one line for the log, without anything that was said in a chat or by whoever was asked
     * @param again whether asking later may be of use
     */
    public SummariserException(String message, boolean again) {
        super(message, null, false, false);
        this.again = again;
    }

    /** @return whether asking later may be of use */
    public boolean isWorthAnotherTry() {
        return again;
    }
}
