package org.agentinbox.web.platform;

import org.primefaces.PrimeFaces;

/**
 * Opens and closes dialogs, and moves the focus, in the response to a click. {@code assets/admin/page.js} carries it out, so that pages
 * need no inline script.
 */
public final class PageDialogs {

    private PageDialogs() {}

    /** @param widget the dialog's {@code widgetVar} */
    public static void open(String widget) {
        PrimeFaces.current().ajax().addCallbackParam("opens", widget);
    }

    /**
     * Says where the focus is after this response. Without it, PrimeFaces leaves it where it was, or gives it to what has the same id now.
     *
     * @param id the element's client id
     */
    public static void focus(String id) {
        PrimeFaces.current().ajax().addCallbackParam("focuses", id);
    }

    /** @param widget the dialog's {@code widgetVar}; closed before another one opens */
    public static void close(String widget) {
        PrimeFaces.current().ajax().addCallbackParam("closes", widget);
    }
}
