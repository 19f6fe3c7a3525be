package org.agentinbox.web.account;

import java.util.List;

import org.agentinbox.account.oidc.ProviderButton;
import org.agentinbox.account.oidc.ProviderService;
import org.agentinbox.account.passkey.PasskeyService;
import org.agentinbox.platform.Settings;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The sign-in page. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private Settings settings;
    @EJB
    private PasskeyService passkeys;
    @EJB
    private ProviderService providers;

    /** @return whether the demo accounts are to be told */
    public boolean isDemo() {
        return settings.demo();
    }

    /** @return the providers that people may choose */
    public List<ProviderButton> getProviders() {
        return providers.buttons();
    }

    /** @return whether anybody may sign in without a provider */
    public boolean isLocal() {
        return !settings.localSignIn().isOff();
    }

    /** @return the host at whose pages browsers have passkeys for this installation; null where there is none */
    public String getPasskeyHost() {
        return passkeys.host().orElse(null);
    }
}
