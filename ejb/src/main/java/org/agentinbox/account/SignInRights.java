package org.agentinbox.account;

import java.util.Set;

import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What may be done in a sign-in. Where the settings require passkeys of administrators, one of theirs by password has none of the account's
 * roles, so that no service does anything for it but those of passkeys. A provider asks for what its own administrators want.
 */
@ApplicationScoped
class SignInRights {

    @Inject
    private Settings settings;

    Set<String> of(Set<Role> roles, boolean strong) {
        return of(roles, strong, settings.adminPasskey());
    }

    static Set<String> of(Set<Role> roles, boolean strong, boolean adminPasskey) {
        boolean missing = adminPasskey && !strong && roles.stream().anyMatch(Role::administers);
        return missing ? Set.of(Role.PASSKEY_REQUIRED_NAME) : Role.effective(roles);
    }
}
