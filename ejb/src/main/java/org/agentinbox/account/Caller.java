package org.agentinbox.account;

import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.ejb.SessionContext;

/** Who calls. The principal's name is the account's id: user names can be given anew, ids cannot. */
public final class Caller {

    private Caller() {}

    /**
     * @param context the called EJB's own context
     * @return the account of the caller
     * @throws RefusedException {@link Refusal#NOT_ALLOWED} where nobody is signed in
     */
    public static UUID account(SessionContext context) {
        return Ids.parse(context.getCallerPrincipal().getName())
            .orElseThrow(() -> new RefusedException(Refusal.NOT_ALLOWED, "Nobody is signed in."));
    }
}
