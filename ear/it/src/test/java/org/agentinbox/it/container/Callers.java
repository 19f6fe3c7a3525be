package org.agentinbox.it.container;

import java.util.Set;
import java.util.UUID;

import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.authz.RoleMapper;
import org.wildfly.security.authz.Roles;

/** Identities to call services with, as a request of somebody who is signed in has one. */
final class Callers {

    private Callers() {}

    /**
     * @param account whose id is the principal's name; it need not exist
     * @param roles names of roles; no others are added
     */
    static SecurityIdentity of(UUID account, String... roles) {
        return SecurityDomain.getCurrent().createAdHocIdentity(account.toString())
            .withDefaultRoleMapper(RoleMapper.constant(Roles.fromSet(Set.of(roles))));
    }
}
