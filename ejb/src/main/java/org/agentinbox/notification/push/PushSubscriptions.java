package org.agentinbox.notification.push;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.platform.AllowedHosts;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The browsers in which the caller wants to be notified, also while no page of ours is open. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class PushSubscriptions {

    /** Who adds one more loses the one that was not used for longest. */
    public static final int MOST_DEVICES = 10;
    private static final Duration TEST_WAITS = Duration.ofMinutes(1);

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private VapidKeys keys;
    @Inject
    private PushQueue queue;

    /** @return our public key, which a browser wants when it subscribes: an uncompressed point in base64url */
    public String publicKey() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.publicPoint());
    }

    /**
     * Subscribes a browser. One that is known gets a new date; one that was somebody else's is the caller's from now on.
     *
     * @param endpoint where to push, as the browser tells
     * @param p256dh the browser's public key
     * @param auth the browser's secret
     * @param language in which its notifications are to be; anything but {@code ko} is English
     * @param userAgent what the browser calls itself, or null
     * @return the browser as one of the caller's devices
     * @throws RefusedException {@link Refusal#INVALID_FIELD}, {@link Refusal#NOT_ALLOWED} where somebody else's browser has this address
     */
    public DeviceView subscribe(String endpoint, String p256dh, String auth, String language, String userAgent) {
        PushEndpoint address = PushEndpoint.of(endpoint, p256dh, auth, new AllowedHosts(settings.pushHosts()));
        UUID me = Caller.account(context);
        Instant now = clock.instant();
        // Two windows of one browser subscribe at the same time: they wait for each other here.
        em.createNativeQuery("SELECT 1 FROM account WHERE id = :id FOR UPDATE").setParameter("id", me).getResultList();
        PushSubscription subscription = em
            .createQuery("SELECT s FROM PushSubscription s WHERE s.endpoint = :endpoint", PushSubscription.class)
            .setParameter("endpoint", endpoint).getResultStream().findFirst()
            .orElseGet(() -> new PushSubscription(Ids.next(now), address, now));
        if (!subscription.is(address)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "This address is another browser's.");
        }
        subscription.seen(me, DeviceLabel.of(userAgent), "ko".equals(language) ? language : "en", now);
        em.persist(subscription);
        em.flush();
        own(me).stream().skip(MOST_DEVICES).forEach(em::remove);
        return subscription.view();
    }

    /** @return the caller's devices, the one used last first */
    public List<DeviceView> devices() {
        return own(Caller.account(context)).stream().map(PushSubscription::view).toList();
    }

    /**
     * Pushes to a device no more.
     *
     * @param id one of the caller's devices
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public void unsubscribe(UUID id) {
        em.remove(find(id));
    }

    /**
     * Sends a notification that says that notifications work, the whole way over the push service.
     *
     * @param id one of the caller's devices
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public void test(UUID id) {
        queue.test(find(id), clock.instant().plus(TEST_WAITS));
    }

    private List<PushSubscription> own(UUID account) {
        return em
            .createQuery("SELECT s FROM PushSubscription s WHERE s.accountId = :account ORDER BY s.seenAt DESC, s.id DESC",
                PushSubscription.class)
            .setParameter("account", account).getResultList();
    }

    private PushSubscription find(UUID id) {
        PushSubscription subscription = id == null ? null : em.find(PushSubscription.class, id);
        if (subscription == null || !subscription.belongsTo(Caller.account(context))) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such device.");
        }
        return subscription;
    }
}
