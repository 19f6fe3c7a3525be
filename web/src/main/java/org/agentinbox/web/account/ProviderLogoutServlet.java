package org.agentinbox.web.account;

import java.io.IOException;

import org.agentinbox.account.oidc.ProviderService;

import jakarta.ejb.EJB;
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

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!service.logout(request.getParameter("logout_token"))) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write("{\"error\":\"invalid_request\"}");
        }
    }
}
