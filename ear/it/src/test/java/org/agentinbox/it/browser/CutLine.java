package org.agentinbox.it.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;

/** The line of a page's WebSocket, which can be cut and mended. To be laid before the page is opened. */
final class CutLine {

    private volatile boolean cut;
    private volatile WebSocketRoute last;

    CutLine(Page page, String url) {
        page.routeWebSocket(url, socket -> {
            last = socket;
            if (cut) {
                socket.close();
            } else {
                socket.connectToServer();
            }
        });
    }

    void cut() {
        cut = true;
        last.close();
    }

    /** The page's next attempt gets through. */
    void mend() {
        cut = false;
    }
}
