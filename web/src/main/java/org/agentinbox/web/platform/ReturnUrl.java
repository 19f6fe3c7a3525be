package org.agentinbox.web.platform;

import java.net.URI;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

/** The address to which a form returns. It is never on another site, whatever a link contains. */
public final class ReturnUrl {

    /** Characters that servers and browsers interpret differently in a decoded path; no address of the product contains them. */
    private static final Pattern LEADS_ELSEWHERE = Pattern.compile("\\.\\.|//|[\\\\;\\p{Cntrl}]");

    private ReturnUrl() {}

    /**
     * @param request with a parameter {@code return}
     * @return that path where it belongs to the product, else the inbox
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
