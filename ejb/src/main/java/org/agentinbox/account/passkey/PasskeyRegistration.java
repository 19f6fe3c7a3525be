package org.agentinbox.account.passkey;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;

import org.agentinbox.account.AccountView;
import org.agentinbox.account.CredentialChanged;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.securitylog.SecurityEvent;
import org.agentinbox.platform.securitylog.SecurityLog;

/** Adds passkeys, in two short transactions: before the authenticator makes one, and after. */
@ApplicationScoped
class PasskeyRegistration {

    private static final int MOST = 10;
    private static final int LONGEST_LABEL = 100;

    private final SignatureCheck signatures = new SignatureCheck();

    @Inject
    private Clock clock;
    @Inject
    private Passkeys passkeys;
    @Inject
    private Challenges challenges;
    @Inject
    private SecurityLog securityLog;
    @Inject
    private Audit audit;
    @Inject
    private Event<CredentialChanged> credentials;

    @Transactional
    JsonObject begin(AccountView account, boolean onlyFirst) {
        RelyingParty party = party();
        List<Passkey> present = requireRoom(account.id(), onlyFirst);
        return PasskeyOptions.toAdd(party, challenges.next(purpose(account.id())), account, present);
    }

    @Transactional
    void finish(UUID account, String response, String label, boolean onlyFirst) {
        RelyingParty party = party();
        String name = TextRules.line("label", label, LONGEST_LABEL);
        String purpose = purpose(account);
        requireRoom(account, onlyFirst);
        byte[][] challenge = new byte[1][];
        NewCredential credential = signatures.added(response, party, one -> {
            challenge[0] = one;
            return challenges.isValid(one, purpose);
        }).filter(added -> passkeys.owner(added.id()).isEmpty() && challenges.use(challenge[0])).orElseThrow(() -> {
            securityLog.refused(SecurityEvent.of("passkey-add-failed").with("account", account).with("reason", "wrong-answer"));
            return new RefusedException(Refusal.INVALID_FIELD, "The passkey's answer does not fit what was asked, or came too late.");
        });
        Passkey passkey = new Passkey(Ids.next(clock.instant()), account, credential, name == null ? "Passkey" : name, clock.instant());
        passkeys.add(passkey);
        audit.record(AuditRecord.of(AuditAct.PASSKEY_ADDED).about(AuditSubject.ACCOUNT, account, null).by(account)
            .changed(null, Map.of("label", name == null ? "Passkey" : name))
            .logged(SecurityEvent.of("passkey-added").with("account", account).with("passkey", passkey.id()).by(account)));
        credentials.fire(CredentialChanged.of(account, CredentialChanged.What.PASSKEY_ADDED, passkey.view().label()));
    }

    /**
     * A challenge is for one account as it is: a new password, such as one by which a sales admin ends what an intruder began, makes it
     * worthless. The account stays as it is until the transaction ends.
     */
    private String purpose(UUID account) {
        return "add " + account + " " + passkeys.holdPasswordHash(account);
    }

    private RelyingParty party() {
        return passkeys.relyingParty()
            .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There are no passkeys at an address like agentinbox.url."));
    }

    private List<Passkey> requireRoom(UUID account, boolean onlyFirst) {
        List<Passkey> present = passkeys.of(account);
        if (onlyFirst && !present.isEmpty()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "Sign in with the passkey that the account has.");
        }
        if (present.size() >= MOST) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "An account has " + MOST + " passkeys at most: remove one first.");
        }
        return present;
    }
}
