package org.agentinbox.web.account;

import java.net.URI;

import org.agentinbox.platform.Settings;

import jakarta.servlet.http.HttpServletRequest;

/** Our own addresses as providers know them: by {@code agentinbox.url}, or as the browser has it where that is not set. */
final class ProviderAddress {

    static final String CALLBACK = "/oidc/callback";

    private ProviderAddress() {}

    /** @param path below the context root */
    static URI of(HttpServletRequest request, Settings settings, String path) {
        return settings.url().map(url -> url.resolve(path.substring(1)))
            .orElseGet(() -> URI.create(request.getRequestURL().toString()).resolve(request.getContextPath() + path));
    }
}
