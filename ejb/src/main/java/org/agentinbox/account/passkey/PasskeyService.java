package org.agentinbox.account.passkey;

import static org.agentinbox.account.Role.CALENDAR_AGENT_NAME;
import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.PASSKEY_REQUIRED_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.Caller;
import org.agentinbox.account.CredentialChanged;
import org.agentinbox.account.PresentPassword;
import org.agentinbox.account.Role;
import org.agentinbox.account.TryLaterException;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.securitylog.SecurityEvent;

/**
 * The caller's own passkeys. A sign-in in which a passkey is still to be shown may add the first one and no other: else a password alone
 * would be enough to get at an account that has one.
 */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, CALENDAR_AGENT_NAME, SALES_ADMIN_NAME, MARKETING_ADMIN_NAME, PASSKEY_REQUIRED_NAME})
public class PasskeyService {

    @Resource
    private SessionContext context;
    @Inject
    private AccountService accounts;
    @Inject
    private PresentPassword presentPassword;
    @Inject
    private PasskeyRegistration registration;
    @Inject
    private Passkeys passkeys;
    @Inject
    private Challenges challenges;
    @Inject
    private Audit audit;
    @Inject
    private Event<CredentialChanged> credentials;

    /** @return the caller's, in the order in which they were added */
    public List<PasskeyView> all() {
        return passkeys.of(Caller.account(context)).stream().map(Passkey::view).toList();
    }

    /**
     * Begins to add one.
     *
     * @param password the present one: somebody else may sit at a browser that was left open
     * @return what the browser is asked for ({@code PublicKeyCredentialCreationOptionsJSON}); valid for five minutes
     * @throws RefusedException {@link Refusal#WRONG_PASSWORD}, {@link Refusal#BUSY}; {@link Refusal#NOT_ALLOWED} where there are ten, or
     *     the caller has to show one; {@link Refusal#NOT_FOUND} where browsers have no passkeys at the installation's address
     * @throws TryLaterException {@link Refusal#TRY_LATER}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public JsonObject begin(String password) {
        presentPassword.require(Caller.account(context), password, "passkey-add-failed");
        return registration.begin(accounts.me(), isOnlyFirst());
    }

    /**
     * Adds one.
     *
     * @param response what the authenticator answered ({@code RegistrationResponseJSON})
     * @param label what the owner calls it, at most 100 characters; null or blank: Passkey
     * @throws RefusedException {@link Refusal#INVALID_FIELD} where the answer is not to what was asked, or too late; as {@link #begin}
     */
    public void finish(String response, String label) {
        registration.finish(Caller.account(context), response, label, isOnlyFirst());
    }

    /**
     * Removes one. Where it is gone, or somebody else's, does nothing. Sign-ins by it go on until they end.
     *
     * @param id ours
     */
    @RolesAllowed({LIVE_AGENT_NAME, CALENDAR_AGENT_NAME, SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
    public void remove(UUID id) {
        UUID me = Caller.account(context);
        passkeys.remove(id, me).ifPresent(label -> {
            audit.record(AuditRecord.of(AuditAct.PASSKEY_REMOVED).about(AuditSubject.ACCOUNT, me, null)
                .logged(SecurityEvent.of("passkey-removed").with("account", me).with("passkey", id).by(me)));
            credentials.fire(CredentialChanged.of(me, CredentialChanged.What.PASSKEY_REMOVED, label));
        });
    }

    /**
     * @return what the browser of somebody who wants to sign in is asked for ({@code PublicKeyCredentialRequestOptionsJSON}), valid for
     *     five minutes; empty where browsers have no passkeys at the installation's address
     */
    @PermitAll
    public Optional<JsonObject> signInOptions() {
        return passkeys.relyingParty().map(party -> PasskeyOptions.toSignIn(party, challenges.next(Challenges.SIGN_IN)));
    }

    /** @return the host at whose pages browsers have passkeys for this installation; empty where there is none */
    @PermitAll
    public Optional<String> host() {
        return passkeys.relyingParty().map(RelyingParty::id);
    }

    private boolean isOnlyFirst() {
        return context.isCallerInRole(Role.PASSKEY_REQUIRED_NAME);
    }
}
