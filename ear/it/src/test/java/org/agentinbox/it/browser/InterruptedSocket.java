package org.agentinbox.it.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;

/** A WebSocket of a page that can be cut off and let through again. To be made before the page is opened. */
public final class InterruptedSocket {

    private volatile boolean cut;
    private volatile WebSocketRoute last;

    public InterruptedSocket(Page page, String url) {
        page.routeWebSocket(url, socket -> {
            last = socket;
            if (cut) {
                socket.close();
            } else {
                socket.connectToServer();
            }
        });
    }

    public void cut() {
        cut = true;
        last.close();
    }

    /** The page's next attempt gets through. */
    public void mend() {
        cut = false;
    }
}
