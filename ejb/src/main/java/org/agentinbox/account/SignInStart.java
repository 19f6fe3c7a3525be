package org.agentinbox.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.Tokens;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Begins a sign-in once it is proved who it is. Works in its caller's transaction, which holds the account. */
@ApplicationScoped
class SignInStart {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private KnownDevices devices;
    @Inject
    private SignInRights rights;
    @Inject
    private Audit audit;

    SignInResult.Success open(Account account, SignInClient client, SignInMethod by) {
        Instant now = clock.instant();
        String token = Tokens.next();
        SignIn signIn = new SignIn(Ids.next(now), Tokens.hash(token), account.id(), now, now.plus(settings.signInDuration()), client,
            by);
        em.persist(signIn);
        String method = by.word();
        audit.record(Accounts.about(AuditAct.SIGN_IN, account, account.id()).from(client.address()).changed(null, Map.of("method", method))
            .logged(Accounts.event("sign-in", account).from(client.address()).with("sign-in", signIn.id()).with("method", method)
                .with("browser", client.browser())));
        return new SignInResult.Success(token, devices.remember(account.id(), client.device()),
            new SignedIn(signIn.id(), account.view(), signIn.expiresAt(), rights.of(account.view().roles(), by != SignInMethod.PASSWORD)));
    }
}
