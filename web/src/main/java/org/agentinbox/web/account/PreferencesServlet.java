package org.agentinbox.web.account;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

import org.agentinbox.account.AccountService;
import org.agentinbox.web.platform.OwnCookie;
import org.agentinbox.web.platform.ReturnUrl;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Language and theme: kept in this browser, the language also with the account of who is signed in. */
@WebServlet("/preferences")
public class PreferencesServlet extends HttpServlet {

    static final OwnCookie LOCALE = new OwnCookie("agentinbox-locale", "Lax");
    static final OwnCookie THEME = new OwnCookie("agentinbox-theme", "Lax");
    static final Set<String> LOCALES = Set.of("en", "ko");
    static final Set<String> THEMES = Set.of("auto", "light", "dark");

    private static final long serialVersionUID = 1L;
    private static final Duration LIFE = Duration.ofDays(365);

    @EJB
    private transient AccountService accounts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String locale = request.getParameter("locale");
        if (locale != null && LOCALES.contains(locale)) {
            LOCALE.write(request, response, locale, LIFE);
            if (request.getUserPrincipal() != null) {
                accounts.speak(locale);
            }
        }
        String theme = request.getParameter("theme");
        if (theme != null && THEMES.contains(theme)) {
            THEME.write(request, response, theme, LIFE);
        }
        response.sendRedirect(ReturnUrl.local(request));
    }
}
