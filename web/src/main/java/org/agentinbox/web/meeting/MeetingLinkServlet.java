package org.agentinbox.web.meeting;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.agentinbox.meeting.MeetingLinkService;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.VisitorRateLimits;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Handles the link in a visitor's email: {@code /meeting/TOKEN}. A GET request changes nothing, because mail servers follow links too;
 * cancelling and moving are POST requests, accepted from the product's own page only. Whoever has the token acts for the visitor, so the
 * page is neither cached nor indexed.
 */
@WebServlet("/meeting/*")
public class MeetingLinkServlet extends HttpServlet {

    static final String TOKEN = MeetingLinkServlet.class.getName() + ".token";
    static final String TOO_FAST = MeetingLinkServlet.class.getName() + ".too-fast";
    private static final long serialVersionUID = 1L;

    @EJB
    private transient MeetingLinkService meetings;
    @Inject
    private transient VisitorRateLimits limits;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String token = token(request);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        if (!limits.allows(request, token)) {
            refuse(request, response);
            return;
        }
        try {
            meetings.get(token);
            request.setAttribute(TOKEN, token);
        } catch (RefusedException e) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        show(request, response);
    }

    private static void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.getRequestDispatcher("/meeting-link.xhtml").forward(request, response);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(VisitorRateLimits.TOO_MANY_REQUESTS);
        response.setHeader("Retry-After", VisitorRateLimits.RETRY_AFTER);
        request.setAttribute(TOO_FAST, true);
        show(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String token = token(request);
        if (!limits.allows(request, token)) {
            refuse(request, response);
            return;
        }
        String zone = request.getParameter("zone");
        String back = request.getContextPath() + "/meeting/" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "?"
            + (zone == null ? "" : "zone=" + URLEncoder.encode(zone, StandardCharsets.UTF_8) + "&") + outcome(token, request);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", back);
    }

    private String outcome(String token, HttpServletRequest request) {
        try {
            String start = request.getParameter("start");
            if (request.getPathInfo().endsWith("/cancel")) {
                meetings.cancel(token);
                return "done=cancelled";
            }
            if (start != null) {
                Instant to = MeetingJson.time("start", start, null, null);
                meetings.move(token, to);
                return "done=moved";
            }
            return "";
        } catch (RefusedException e) {
            return "problem=" + (MeetingLinkPage.KNOWN_PROBLEMS.contains(e.refusal()) ? e.refusal().name() : "OTHER");
        }
    }

    private static String token(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().replaceFirst("^/", "");
        return path.replaceFirst("/.*$", "");
    }
}
