package org.agentinbox.web.inbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Addresses of pages that visitors are on. They are the visitor's word: only those of the web become links. */
final class PagePath {

    private PagePath() {}

    static boolean isWeb(String page) {
        String address = page == null ? "" : page.toLowerCase(Locale.ROOT);
        return address.startsWith("http://") || address.startsWith("https://");
    }

    /** @return path and query; what is no address stays as it is */
    static String of(String page) {
        if (!isWeb(page)) {
            return page;
        }
        try {
            URI uri = new URI(page);
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (URISyntaxException e) {
            return page;
        }
    }
}
