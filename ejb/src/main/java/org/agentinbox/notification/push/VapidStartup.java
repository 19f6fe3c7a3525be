package org.agentinbox.notification.push;

import java.security.GeneralSecurityException;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Makes our key for push services at the first start of the first node. */
@Singleton
@Startup
public class VapidStartup {

    @Inject
    private VapidKeys keys;

    @PostConstruct
    void prepare() {
        try {
            keys.prepare();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks what Web Push needs.", e);
        }
    }
}
