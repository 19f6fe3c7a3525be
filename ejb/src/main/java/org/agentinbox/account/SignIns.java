package org.agentinbox.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.platform.Tokens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Ends sign-ins, and tells so. Works in its caller's transaction. */
@ApplicationScoped
class SignIns {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Event<SignedOut> signedOut;

    void end(String token) {
        byToken(token).ifPresent(signIn -> end(List.of(signIn)));
    }

    Optional<SignIn> byToken(String token) {
        return em.createQuery("SELECT s FROM SignIn s WHERE s.tokenHash = :hash", SignIn.class)
            .setParameter("hash", Tokens.hash(token)).getResultStream().findFirst();
    }

    /** Ends every sign-in of an account but one: its password has changed, or it may no longer sign in. */
    void endAll(UUID account, UUID except) {
        end(em.createQuery("SELECT s FROM SignIn s WHERE s.accountId = :account", SignIn.class)
            .setParameter("account", account).getResultList().stream().filter(s -> !s.id().equals(except)).toList());
    }

    private void end(List<SignIn> open) {
        open.forEach(em::remove);
        Set<UUID> ids = open.stream().map(SignIn::id).collect(Collectors.toUnmodifiableSet());
        if (!ids.isEmpty()) {
            signedOut.fire(new SignedOut(ids));
        }
    }
}
