package org.agentinbox.web.account;

import java.io.IOException;

import org.agentinbox.account.SignInResult;
import org.agentinbox.account.SignInService;
import org.agentinbox.platform.Settings;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Takes the sign-in form. A plain post without view state, so that a sign-in page left open overnight still works. */
@WebServlet("/sign-in")
public class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient SignInService service;
    @Inject
    private transient Settings settings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignInResult result = service.signIn(request.getParameter("userName"), request.getParameter("password"),
            SignInAnswer.client(request));
        SignInAnswer.send(request, response, result, settings.signInDuration(), "wrong");
    }
}
