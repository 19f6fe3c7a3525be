package org.agentinbox.account.passkey;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import com.webauthn4j.data.AuthenticationData;

import org.agentinbox.account.PasskeyCheck;
import org.agentinbox.platform.securitylog.SecurityEvent;
import org.agentinbox.platform.securitylog.SecurityLog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells who signs in by what a passkey has signed. */
@ApplicationScoped
class SignedChallengeCheck implements PasskeyCheck {

    private final SignatureCheck signatures = new SignatureCheck();

    @Inject
    private Clock clock;
    @Inject
    private Passkeys passkeys;
    @Inject
    private Challenges challenges;
    @Inject
    private SecurityLog securityLog;

    @Override
    public Optional<UUID> claimed(String response) {
        return signatures.parse(response).flatMap(data -> passkeys.owner(data.getCredentialId()));
    }

    @Override
    public boolean isProved(String response, UUID account) {
        Optional<RelyingParty> party = passkeys.relyingParty();
        Optional<AuthenticationData> answered = signatures.parse(response).filter(data -> isHandleOf(account, data));
        if (party.isEmpty() || answered.isEmpty()) {
            return false;
        }
        AuthenticationData data = answered.get();
        return passkeys.lock(data.getCredentialId(), account)
            .filter(passkey -> signatures.isSigned(data, passkey, party.get(), one -> challenges.isValid(one, Challenges.SIGN_IN)))
            .filter(passkey -> isCounting(data, passkey, account))
            .filter(passkey -> challenges.use(data.getCollectedClientData().getChallenge().getValue()))
            .map(passkey -> {
                passkey.used(data.getAuthenticatorData().getSignCount(), data.getAuthenticatorData().isFlagBS(), clock.instant());
                return true;
            }).orElse(false);
    }

    /** Authenticators that find the passkey themselves say for whom they have it. */
    private static boolean isHandleOf(UUID account, AuthenticationData data) {
        return Arrays.equals(UserHandle.of(account), data.getUserHandle());
    }

    private boolean isCounting(AuthenticationData data, Passkey passkey, UUID account) {
        long now = data.getAuthenticatorData().getSignCount();
        boolean counting = SignatureCheck.isCounting(passkey.signCount(), now);
        if (!counting) {
            securityLog.refused(SecurityEvent.of("passkey-counter-back").with("account", account).with("passkey", passkey.id())
                .with("before", Long.toString(passkey.signCount())).with("now", Long.toString(now)));
        }
        return counting;
    }
}
