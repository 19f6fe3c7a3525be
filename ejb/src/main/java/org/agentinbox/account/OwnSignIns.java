package org.agentinbox.account;

import static org.agentinbox.account.Role.CALENDAR_AGENT_NAME;
import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.platform.Settings;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Where the caller is signed in. Nobody sees or ends the sign-ins of others here. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, CALENDAR_AGENT_NAME, SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
public class OwnSignIns {

    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private SignIns signIns;

    /** @return the sign-ins that are in force, the last used first */
    public List<SignInView> all() {
        Instant now = clock.instant();
        return signIns.of(Caller.account(context)).stream().filter(signIn -> signIn.isInForce(now, settings.signInIdle()))
            .map(SignIn::view).toList();
    }

    /**
     * Ends one. Where it has ended already, or is somebody else's, does nothing.
     *
     * @param signIn its id
     */
    public void end(UUID signIn) {
        signIns.end(Caller.account(context), signIn);
    }

    /**
     * Ends all but one.
     *
     * @param kept the id of the one that goes on; where it is not the caller's, all end
     */
    public void endOthers(UUID kept) {
        signIns.endAll(Caller.account(context), kept, Caller.account(context), "by-hand");
    }
}
