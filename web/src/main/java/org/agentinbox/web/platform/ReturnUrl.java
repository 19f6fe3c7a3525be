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

    /**
     * @param request from anywhere
     * @param target where another site wants a browser to go, or null
     * @param own any address of the product, as browsers have it
     * @return the path of the target where that is an address of the product, else the inbox
     */
    public static String ofTarget(HttpServletRequest request, String target, URI own) {
        return ofTarget(target, own.getScheme() + "://" + own.getRawAuthority(), request.getContextPath() + "/");
    }

    static String ofTarget(String target, String origin, String inbox) {
        boolean ours = target != null && target.startsWith(origin + "/") && isLocal(target.substring(origin.length()), inbox);
        return ours ? target.substring(origin.length()) : inbox;
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
