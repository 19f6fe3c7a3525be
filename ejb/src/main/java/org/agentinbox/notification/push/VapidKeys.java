package org.agentinbox.notification.push;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;

import org.agentinbox.platform.AllowedHosts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Our key for push services, one for all nodes and for good, and what is signed with it. Nothing here tells its private half. */
@ApplicationScoped
class VapidKeys {

    private record Keys(byte[] publicPoint, PrivateKey privateKey) {}

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    private volatile Keys keys;

    /** Makes the key where no node has made it yet. Works in its caller's transaction. */
    void prepare() throws GeneralSecurityException {
        if (em.find(VapidKey.class, VapidKey.ID) == null) {
            KeyPair made = P256.newPair();
            em.createNativeQuery("INSERT INTO vapid_key (id, public_key, private_key, created_at) VALUES (:id, :public, :private, :now) "
                + "ON CONFLICT DO NOTHING")
                .setParameter("id", VapidKey.ID).setParameter("public", P256.encode((ECPublicKey) made.getPublic()))
                .setParameter("private", made.getPrivate().getEncoded()).setParameter("now", clock.instant()).executeUpdate();
        }
    }

    byte[] publicPoint() {
        return keys().publicPoint().clone();
    }

    /** @return the value of the Authorization header of a push */
    @Transactional
    String authorization(URI endpoint, String subject) throws GeneralSecurityException {
        Keys mine = keys();
        return VapidToken.authorization(mine.privateKey(), mine.publicPoint(), AllowedHosts.origin(endpoint), subject, clock.instant());
    }

    private Keys keys() {
        if (keys == null) {
            VapidKey stored = em.find(VapidKey.class, VapidKey.ID);
            if (stored == null) {
                throw new IllegalStateException("The key is still being made.");
            }
            keys = read(stored);
        }
        return keys;
    }

    private static Keys read(VapidKey stored) {
        try {
            return new Keys(stored.publicPoint(), P256.privateKey(stored.privateKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key in the table vapid_key cannot be read.", e);
        }
    }
}
