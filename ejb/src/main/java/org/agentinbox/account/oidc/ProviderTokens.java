package org.agentinbox.account.oidc;

import java.util.Map;

/**
 * What a provider has given, checked.
 *
 * @param sid the provider's own name of the session, or null
 * @param idToken as it was sent; null where a refreshed answer had none
 * @param refreshToken or null
 * @param claims of the ID token, and what only the UserInfo endpoint says
 */
record ProviderTokens(String subject, String sid, String idToken, String refreshToken, Map<String, Object> claims) {

    @Override
    public String toString() {
        return "ProviderTokens[" + subject + "]";
    }
}
