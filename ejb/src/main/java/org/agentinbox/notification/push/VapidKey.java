package org.agentinbox.notification.push;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What tells push services who we are. */
@Entity
class VapidKey {

    /** There is one. */
    static final short ID = 1;

    @Id
    private short id;
    private byte[] publicKey;
    private byte[] privateKey;

    protected VapidKey() {}

    byte[] publicPoint() {
        return publicKey.clone();
    }

    byte[] privateKey() {
        return privateKey.clone();
    }
}
