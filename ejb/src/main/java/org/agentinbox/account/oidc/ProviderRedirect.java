package org.agentinbox.account.oidc;

import java.net.URI;

/**
 * Where a browser goes to sign in at its provider.
 *
 * @param address of the provider
 * @param attempt what the browser keeps until it comes back, for ten minutes at most
 */
public record ProviderRedirect(URI address, String attempt) {

    @Override
    public String toString() {
        return "ProviderRedirect";
    }
}
