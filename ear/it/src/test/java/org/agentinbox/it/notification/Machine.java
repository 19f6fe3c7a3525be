package org.agentinbox.it.notification;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.PushService;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * The notifications of an agent's machine: whether the browser may show them, which it has shown, and what its push service delivers. Tests
 * cannot reach a real push service, so the page's subscription is that of a {@link PushService.Browser}, and what arrives there is passed
 * to the service worker as the browser would do it.
 */
final class Machine {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SUBSCRIBED_ELSEWHERE = """
        (() => {
          const subscription = {
            endpoint: '%s', options: { applicationServerKey: null }, unsubscribe: async () => true,
            toJSON() { return { endpoint: this.endpoint, keys: { p256dh: '%s', auth: '%s' } }; },
          };
          PushManager.prototype.getSubscription = async () => null;
          PushManager.prototype.subscribe = async () => subscription;
        })();""";
    /** No push service answers, as on a machine without network. */
    private static final String NO_PUSH_SERVICE = "PushManager.prototype.subscribe = async () => { throw new DOMException('none', "
        + "'AbortError'); };";
    private static final String SHOWN = "navigator.serviceWorker.ready.then((r) => r.getNotifications())"
        + ".then((all) => all.map(({ title, body, tag }) => [tag.replace(/-.*/, ''), title, body].join(' | ')).sort())";

    private final Installation installation;
    private final BrowserContext context;

    Machine(Installation installation, BrowserContext context) {
        this.installation = installation;
        this.context = context;
        context.addInitScript(NO_PUSH_SERVICE);
    }

    BrowserContext context() {
        return context;
    }

    /** The browser asks for the permission, and the person will grant it. */
    Machine allowWhenAsked() {
        context.exposeFunction("personSaysYes", arguments -> {
            allowNotifications();
            return true;
        });
        context.addInitScript("const ask = Notification.requestPermission.bind(Notification);"
            + "Notification.requestPermission = async () => { await window.personSaysYes(); return ask(); };");
        return this;
    }

    /** The person has granted the permission. */
    Machine allowNotifications() {
        context.grantPermissions(List.of("notifications"), new BrowserContext.GrantPermissionsOptions().setOrigin(installation.origin()));
        return this;
    }

    /** The person has denied the permission. */
    Machine blockNotifications(Page page) {
        JsonObject permission = new JsonObject();
        permission.addProperty("name", "notifications");
        JsonObject parameters = new JsonObject();
        parameters.add("permission", permission);
        parameters.addProperty("setting", "denied");
        parameters.addProperty("browserContextId", context.newCDPSession(page).send("Target.getTargetInfo").getAsJsonObject("targetInfo")
            .get("browserContextId").getAsString());
        parameters.addProperty("origin", installation.origin());
        context.newCDPSession(page).send("Browser.setPermission", parameters);
        return this;
    }

    /** Pages subscribe at the tests' push service from now on. */
    Machine subscribesAs(PushService.Browser browser) {
        context.addInitScript(SUBSCRIBED_ELSEWHERE.formatted(browser.endpoint(), browser.p256dh(), browser.auth()));
        return this;
    }

    /**
     * The person looks at another program. Every page in a browser under test believes that it has the focus, so the page and the service
     * worker are told otherwise.
     */
    void lookElsewhere(Page page) {
        page.evaluate("navigator.serviceWorker.ready.then(() => { document.hasFocus = () => false;"
            + " Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });"
            + " document.dispatchEvent(new Event('visibilitychange')); })");
        new WorkerSession(worker()).evaluate("""
            (() => {
              self.real ??= self.clients.matchAll.bind(self.clients);
              self.clients.matchAll = async (options) => (await self.real(options)).map((one) => ({
                url: one.url, focused: false, visibilityState: 'hidden', postMessage: (data) => one.postMessage(data), focus: async () => \
                {},
              }));
            })()""");
    }

    /** The person looks at the page again. */
    void lookBack(Page page) {
        new WorkerSession(worker()).evaluate("self.clients.matchAll = self.real, null");
        page.evaluate("delete document.hasFocus; delete document.visibilityState; document.dispatchEvent(new Event('visibilitychange')); "
            + "window.dispatchEvent(new Event('focus'));");
    }

    private String worker() {
        return installation.address() + "sw.js";
    }

    /** @return the notifications that the browser shows: kind, title and text of each */
    @SuppressWarnings("unchecked")
    static List<String> shown(Page page) {
        return (List<String>) page.evaluate(SHOWN);
    }

    static void awaitShown(Page page, String... notifications) {
        Await.until("shown is " + List.of(notifications), PATIENCE, () -> {
            List<String> shown = shown(page);
            if (!shown.equals(List.of(notifications))) {
                throw new AssertionError(shown.toString());
            }
            return true;
        });
    }

    /** Delivers a push to the browser as its push service would. */
    void deliver(Page page, jakarta.json.JsonObject data) {
        Map<String, String> found = new ConcurrentHashMap<>();
        CDPSession session = context.newCDPSession(page);
        session.on("ServiceWorker.workerRegistrationUpdated", event -> event.getAsJsonArray("registrations").forEach(
            r -> found.put(r.getAsJsonObject().get("scopeURL").getAsString(), r.getAsJsonObject().get("registrationId").getAsString())));
        session.send("ServiceWorker.enable");
        String scope = installation.address().toString();
        Await.until("the service worker is known", PATIENCE, () -> {
            // Playwright delivers events only during a call.
            page.evaluate("1");
            return found.containsKey(scope);
        });
        JsonObject push = new JsonObject();
        push.addProperty("origin", installation.origin());
        push.addProperty("registrationId", found.get(scope));
        push.addProperty("data", data.toString());
        session.send("ServiceWorker.deliverPushMessage", push);
        session.detach();
    }

    /**
     * The person clicks a notification. Only a real click may give a window the focus, so here it is a call.
     *
     * @return the address of the window that was opened; null where none was
     */
    String click(Page page, String kind) {
        page.evaluate("navigator.serviceWorker.ready.then((r) => r.active.postMessage({ type: 'wake' }))");
        JsonElement opened = new WorkerSession(worker()).evaluate("""
            (async () => {
              let opened = null;
              self.clients.openWindow = async (address) => { opened = address; };
              const [notification] = (await self.registration.getNotifications()).filter((one) => one.tag.startsWith('%s'));
              const event = new NotificationEvent('notificationclick', { notification });
              const done = [];
              event.waitUntil = (promise) => done.push(promise);
              self.dispatchEvent(event);
              await Promise.allSettled(done);
              return opened;
            })()""".formatted(kind));
        return opened == null || opened.isJsonNull() ? null : opened.getAsString();
    }
}
