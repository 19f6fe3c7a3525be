package org.agentinbox.now;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import org.agentinbox.account.Caller;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.team.Teams;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * What goes on now (ear/src/docs/rules.md#now). Sales admins see everything; live agents who lead teams see what concerns these teams'
 * members; others see nothing. Marketing admins are not among them, because it names visitors and their chats.
 */
@Stateless
@RolesAllowed(LIVE_AGENT_NAME)
public class NowService {

    @Resource
    private SessionContext context;
    @Inject
    private Snapshots snapshots;
    @Inject
    private TodaysFigures figures;
    @Inject
    private Teams teams;

    /** @return whether the caller may look at all */
    public boolean mayLook() {
        return context.isCallerInRole(SALES_ADMIN_NAME)
            || !teams.ledBy(Caller.account(context)).isEmpty();
    }

    /**
     * What goes on may be a second old, but whom the caller leads is read now: who has just become a lead is not refused, and who has
     * just ceased to be one sees nothing.
     *
     * @return what the caller may see, at most a second old
     * @throws RefusedException {@link Refusal#NOT_ALLOWED} where they are neither a sales admin nor the lead of a team
     */
    public NowView look() {
        Snapshot.Scope scope = context.isCallerInRole(SALES_ADMIN_NAME) ? Snapshot.Scope.everyone()
            : Snapshot.Scope.of(teams.ledBy(Caller.account(context)));
        if (!scope.everything() && scope.teams().isEmpty()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "Sales admins and leads of teams see what goes on.");
        }
        Snapshot all = snapshots.present();
        return new NowView(all.at(), figures.zone(), scope.everything(), all.teams(scope), all.agents(scope), all.waiting(scope),
            all.chats(scope), figures.of(scope));
    }
}
