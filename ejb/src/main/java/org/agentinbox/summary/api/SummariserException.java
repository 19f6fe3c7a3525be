package org.agentinbox.summary.api;

/** A summariser cannot make a usable summary at the moment; the caller uses another one. */
public final class SummariserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean again;

    /**
     * @param message one line for the log, without text of a chat or of the endpoint's answer
     * @param again whether asking later may help
     */
    public SummariserException(String message, boolean again) {
        super(message, null, false, false);
        this.again = again;
    }

    /** @return whether asking later may help */
    public boolean isWorthAnotherTry() {
        return again;
    }
}
