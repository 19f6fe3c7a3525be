package org.agentinbox.web.account;

import java.io.IOException;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where people without live chats land: on what they work with. */
@Named
@RequestScoped
public class LandingPage {

    @Inject
    private CurrentUser user;

    /** Sends the browser there, with a path below the application's; live agents, and who has no page of their own, stay. */
    public void go() throws IOException {
        String path = path();
        if (path != null) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().redirect(context.getExternalContext().getRequestContextPath() + path);
            context.responseComplete();
        }
    }

    private String path() {
        if (user.isLiveAgent()) {
            return null;
        }
        if (user.isMeetable()) {
            return "/meetings";
        }
        if (user.isSalesAdmin()) {
            return "/admin/agents";
        }
        return user.isMarketingAdmin() ? "/reports" : null;
    }
}
