package org.agentinbox.it.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** What a page transfers, as the browser counts it: compressed and with headers; what comes from the cache counts as 0 bytes. */
final class PageWeight {

    /** The answer to one request. */
    record Part(String url, long bytes, String encoding, String cacheControl) {

        /** @return whether the browser may cache it for good */
        boolean isKeptForGood() {
            return cacheControl.contains("immutable") && cacheControl.contains("max-age=31536000");
        }

        boolean isOurs() {
            return !url.contains("/jakarta.faces.resource/");
        }
    }

    private PageWeight() {}

    /** @return the answers received while a page loads, in that order */
    static List<Part> of(Page page, Runnable load) {
        Map<String, JsonObject> answers = new LinkedHashMap<>();
        Map<String, Long> bytes = new LinkedHashMap<>();
        CDPSession session = page.context().newCDPSession(page);
        session.on("Network.responseReceived", event -> answers.put(id(event), event.getAsJsonObject("response")));
        session.on("Network.loadingFinished", event -> bytes.put(id(event), event.get("encodedDataLength").getAsLong()));
        session.send("Network.enable");
        load.run();
        // Playwright delivers events only during a call.
        page.evaluate("1");
        session.detach();
        List<Part> parts = new ArrayList<>();
        bytes.forEach((id, size) -> {
            if (answers.containsKey(id) && !answers.get(id).get("url").getAsString().startsWith("data:")) {
                parts.add(part(answers.get(id), size));
            }
        });
        return parts;
    }

    static long bytes(List<Part> parts) {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private static Part part(JsonObject answer, long bytes) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.getAsJsonObject("headers").entrySet()
            .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().getAsString()));
        boolean kept = answer.get("fromDiskCache").getAsBoolean();
        return new Part(answer.get("url").getAsString(), kept ? 0 : bytes, headers.getOrDefault("content-encoding", ""),
            headers.getOrDefault("cache-control", ""));
    }
}
