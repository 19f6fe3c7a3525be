package org.agentinbox.account.oidc;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.securitylog.LogText;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;

/**
 * Looks sign-ins up at their providers again: one that has closed an account tells nobody. Each node does, each sign-in is one node's at a
 * time.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class ProviderRechecks {

    private static final Logger LOG = Logger.getLogger(ProviderRechecks.class.getName());
    private static final int EVERY_SECONDS = 2;

    @Inject
    private Providers providers;
    @Inject
    private ProviderClient client;
    @Inject
    private ProviderSignIns signIns;
    @Resource
    private ManagedScheduledExecutorService executor;
    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        if (!providers.all().isEmpty()) {
            timer = executor.scheduleWithFixedDelay(this::run, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void run() {
        try {
            for (List<ProviderSignIns.Due> due = signIns.due(); !due.isEmpty(); due = signIns.due()) {
                due.forEach(this::recheck);
            }
        } catch (Exception e) {
            // Also what a commit throws, which no method declares: an exception would end the timer for good.
            LOG.log(Level.WARNING, "Sign-ins are looked up at their providers later: {0}", LogText.oneLine(e.toString()));
        }
    }

    private void recheck(ProviderSignIns.Due due) {
        Optional<Provider> provider = providers.byId(due.provider()).filter(one -> one.issuer().equals(due.issuer()));
        if (provider.isEmpty() || due.refreshToken() == null) {
            // The settings have no such provider, or another key, any more.
            signIns.over(due);
            return;
        }
        try {
            ProviderTokens tokens = client.refresh(provider.get(), due.refreshToken(), due.subject());
            signIns.rechecked(provider.get(), due, tokens,
                tokens.idToken() == null ? Optional.empty() : Optional.of(new ClaimMapping(provider.get()).person(tokens.claims())));
        } catch (ProviderException e) {
            if (e.isEnded()) {
                signIns.over(due);
            } else {
                LOG.log(Level.WARNING, "Provider {0} could not be asked about a sign-in: {1}",
                    new Object[]{due.provider(), LogText.oneLine(String.valueOf(e.getMessage()))});
                signIns.later(provider.get(), due);
            }
        }
    }
}
