package org.agentinbox.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.securitylog.SecurityEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * What an attempt to sign in by a passkey reads and writes. It is counted as a failure before anything is looked at, and taken back where
 * the passkey is proved. It is never counted for the account: nobody guesses a signature, and strangers may know which passkeys there are.
 */
@ApplicationScoped
class PasskeyAttempts {

    @Inject
    private Accounts accounts;
    @Inject
    private SignInFailures failures;
    @Inject
    private KnownDevices devices;
    @Inject
    private SignInStart start;
    @Inject
    private LocalSignIn localSignIn;
    @Inject
    private PasskeyCheck passkeys;
    @Inject
    private Audit audit;

    /**
     * @param account whose passkey it says it is, or null
     * @param count what the attempt was counted as
     */
    record Attempt(UUID account, FailureCount count) {}

    @Transactional
    Attempt begin(String response, SignInClient client) {
        Optional<UUID> claimed = passkeys.claimed(response);
        List<FailureSubject> subjects = claimed.flatMap(account -> devices.find(account, client.device()))
            .map(device -> List.of(FailureSubject.device(device))).orElseGet(() -> FailureSubject.networks(client.address()));
        return new Attempt(claimed.orElse(null), failures.count(subjects));
    }

    /**
     * Signs in, unless the account may not or the passkey is not proved. A one-time password goes first: giving one has removed the
     * passkeys.
     *
     * @return success; empty where the attempt failed
     */
    @Transactional
    Optional<SignInResult> succeed(Attempt attempt, String response, SignInClient client) {
        return Optional.ofNullable(attempt.account()).flatMap(accounts::hold)
            .filter(account -> account.isActive() && !account.view().mustChangePassword() && localSignIn.isAllowed(account))
            .filter(account -> passkeys.isProved(response, account.id()))
            .map(account -> {
                failures.takeBack(attempt.count());
                localSignIn.used(account, client);
                return start.open(account, client, SignInMethod.PASSKEY);
            });
    }

    void failed(Attempt attempt, SignInClient client) {
        String why = attempt.account() == null ? "unknown-passkey" : "wrong";
        audit.refused(AuditRecord.of(AuditAct.SIGN_IN_FAILED).about(AuditSubject.ACCOUNT, attempt.account(), null).byStranger()
            .from(client.address()).changed(null, Map.of("method", "passkey", "reason", why))
            .logged(SecurityEvent.of("sign-in-failed").with("account", attempt.account()).from(client.address())
                .with("method", "passkey").with("reason", why)
                .with("failures", attempt.count().failures().stream().map(one -> one.subject().kind() + ":" + one.number()).toList())));
    }
}
