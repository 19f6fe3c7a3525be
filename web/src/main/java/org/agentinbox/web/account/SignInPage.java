package org.agentinbox.web.account;

import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The sign-in page. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private Settings settings;

    /** @return whether the demo accounts are to be told */
    public boolean isDemo() {
        return settings.demo();
    }
}
