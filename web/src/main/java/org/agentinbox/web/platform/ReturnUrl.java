package org.agentinbox.web.platform;

import java.net.URI;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

/** Where a form leads back to: never to another site, whatever somebody put into a link. */
public final class ReturnUrl {

    /** In a decoded path: what servers and browsers read differently, and none of our pages has. */
    private static final Pattern LEADS_ELSEWHERE = Pattern.compile("\\.\\.|//|[\\\\;\\p{Cntrl}]");

    private ReturnUrl() {}

    /**
     * @param request with a parameter {@code return}
     * @return that path where it is one of ours, else the inbox
     */
    public static String local(HttpServletRequest request) {
        String inbox = request.getContextPath() + "/";
        String wanted = request.getParameter("return");
        return wanted != null && isLocal(wanted, inbox) ? wanted : inbox;
    }

    static boolean isLocal(String wanted, String inbox) {
        try {
            URI uri = URI.create(wanted);
            return !uri.isAbsolute() && uri.getRawAuthority() == null && wanted.startsWith(inbox)
                && !LEADS_ELSEWHERE.matcher(uri.getPath()).find();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
