package org.agentinbox.platform;

/** An invalid setting, which stops the deployment. Its message is the one line that an administrator needs. */
public class UnusableSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** @param message names the setting, the value and what is allowed */
    public UnusableSettingException(String message) {
        super(message);
    }
}
