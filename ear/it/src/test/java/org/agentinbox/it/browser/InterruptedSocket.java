package org.agentinbox.it.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;

/** A page's WebSocket that a test can interrupt and restore. It has to be made before the page is opened. */
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

    /** Lets the page's next attempt to connect succeed. */
    public void mend() {
        cut = false;
    }
}
