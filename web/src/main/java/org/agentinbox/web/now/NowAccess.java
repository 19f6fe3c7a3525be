package org.agentinbox.web.now;

import org.agentinbox.now.NowService;
import org.agentinbox.web.account.CurrentUser;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who sees the link to what goes on; who may see the page itself is decided by the service. */
@Named
@RequestScoped
public class NowAccess {

    @EJB
    private NowService now;
    @Inject
    private CurrentUser user;
    private Boolean lead;

    /** @return whether they lead a team, and reach the page from the main navigation, since administration is not theirs */
    public boolean isLead() {
        if (lead == null) {
            lead = user.isReachableHere() && !user.isSalesAdmin() && now.mayLook();
        }
        return lead;
    }
}
