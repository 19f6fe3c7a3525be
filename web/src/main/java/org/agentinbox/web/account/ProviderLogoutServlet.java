package org.agentinbox.web.account;

import java.io.IOException;

import org.agentinbox.account.oidc.ProviderService;
import org.agentinbox.web.platform.ProviderRateLimits;
import org.agentinbox.web.platform.TooManyException;
import org.agentinbox.web.platform.VisitorRateLimits;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Takes logout tokens of OpenID providers (OpenID Connect Back-Channel Logout, section 2.8). */
@WebServlet("/oidc/logout")
public class ProviderLogoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient ProviderService service;
    @Inject
    private transient ProviderRateLimits limits;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            limits.beforeLogout(request);
        } catch (TooManyException e) {
            response.setHeader("Retry-After", Long.toString(e.retryAfter()));
            refuse(response, VisitorRateLimits.TOO_MANY_REQUESTS);
            return;
        }
        if (!service.logout(request.getParameter("logout_token"))) {
            limits.wrongLogout(request);
            refuse(response, HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static void refuse(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write("{\"error\":\"invalid_request\"}");
    }
}
