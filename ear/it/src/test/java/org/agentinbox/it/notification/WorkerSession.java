package org.agentinbox.it.notification;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.agentinbox.it.browser.BrowserProgram;
import org.agentinbox.it.support.Await;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;

/** Controls a service worker by the browser's DevTools protocol, since Playwright for Java has no API for service workers. */
final class WorkerSession {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CDPSession browser = BrowserProgram.running().newBrowserCDPSession();
    private final Map<Integer, JsonObject> answers = new ConcurrentHashMap<>();
    private final String session;

    /** @param url of a service worker that runs or starts soon */
    WorkerSession(String url) {
        String[] target = new String[1];
        Await.until("the service worker runs", PATIENCE, () -> (target[0] = target(url)) != null);
        browser.on("Target.receivedMessageFromTarget", event -> {
            JsonObject message = JsonParser.parseString(event.get("message").getAsString()).getAsJsonObject();
            if (message.has("id")) {
                answers.put(message.get("id").getAsInt(), message);
            }
        });
        JsonObject wanted = new JsonObject();
        wanted.addProperty("targetId", target[0]);
        wanted.addProperty("flatten", false);
        session = browser.send("Target.attachToTarget", wanted).get("sessionId").getAsString();
    }

    private String target(String url) {
        for (JsonElement info : browser.send("Target.getTargets").getAsJsonArray("targetInfos")) {
            JsonObject target = info.getAsJsonObject();
            if ("service_worker".equals(target.get("type").getAsString()) && url.equals(target.get("url").getAsString())) {
                return target.get("targetId").getAsString();
            }
        }
        return null;
    }

    /** @return the value of an expression, or of its promise; null where it has none */
    JsonElement evaluate(String expression) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("expression", expression);
        parameters.addProperty("awaitPromise", true);
        parameters.addProperty("returnByValue", true);
        JsonObject message = new JsonObject();
        message.addProperty("id", 1);
        message.addProperty("method", "Runtime.evaluate");
        message.add("params", parameters);
        JsonObject wrapped = new JsonObject();
        wrapped.addProperty("sessionId", session);
        wrapped.addProperty("message", message.toString());
        browser.send("Target.sendMessageToTarget", wrapped);
        Await.until("the service worker answers", PATIENCE, () -> {
            // Playwright delivers events only during a call.
            browser.send("Target.getTargets");
            return answers.containsKey(1);
        });
        browser.detach();
        JsonObject result = answers.get(1).getAsJsonObject("result");
        if (result == null || result.has("exceptionDetails")) {
            throw new AssertionError(answers.get(1).toString());
        }
        return result.getAsJsonObject("result").get("value");
    }
}
