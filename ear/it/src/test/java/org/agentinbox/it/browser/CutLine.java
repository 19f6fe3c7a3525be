package org.agentinbox.it.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;

/** The line of a page's WebSocket, which can be cut and mended. To be laid before the page is opened. */
public final class CutLine {

    private volatile boolean cut;
    private volatile WebSocketRoute last;

    public CutLine(Page page, String url) {
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
