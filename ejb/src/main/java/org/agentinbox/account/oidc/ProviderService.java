package org.agentinbox.account.oidc;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

import org.agentinbox.account.ProvidedPerson;
import org.agentinbox.account.SignInClient;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.securitylog.LogText;
import org.agentinbox.platform.securitylog.SecurityEvent;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Signs people in and out by OpenID providers (OpenID Connect Core, RP-Initiated Logout, Back-Channel Logout). Open to all: whoever calls
 * has only what a provider has given. In no transaction: providers answer when they like.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderService {

    private static final Logger LOG = Logger.getLogger(ProviderService.class.getName());
    /** A logout token is sent when it is made; an older one is kept back by somebody. */
    private static final Duration LOGOUT_LIFE = Duration.ofMinutes(10);

    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private Providers providers;
    @Inject
    private ProviderClient client;
    @Inject
    private ProviderSignIns signIns;
    @Inject
    private Audit audit;

    /** @return those that people may choose, in the order of the settings */
    public List<ProviderButton> buttons() {
        return providers.all().stream().map(provider -> new ProviderButton(provider.id(), provider.name())).toList();
    }

    /**
     * @param id of a provider, or null
     * @param issuer of a provider, or null; counts where there is no {@code id}
     * @return the provider's id; empty where the settings name no such provider
     */
    public Optional<String> find(String id, String issuer) {
        return providers.all().stream().filter(one -> id == null ? one.issuer().equals(issuer) : one.id().equals(id)).map(Provider::id)
            .findFirst();
    }

    /** @return the provider to which whoever has to sign in is led at once: the only one, where passwords are not for everybody */
    public Optional<String> only() {
        return providers.all().size() == 1 && !settings.localSignIn().everybody() ? Optional.of(providers.all().get(0).id())
            : Optional.empty();
    }

    /**
     * Begins a sign-in.
     *
     * @param id of a provider; null and nonsense are allowed
     * @param hint who the person probably is, for the provider's form (OpenID Connect Core, section 3.1.2.1, {@code login_hint}); or null
     * @param wanted the path to go to afterwards, which the caller has checked
     * @param callback the address to which the provider sends the browser back
     * @return where the browser goes; empty where there is no such provider, or it gives no answer
     */
    public Optional<ProviderRedirect> begin(String id, String hint, String wanted, URI callback) {
        Optional<Provider> provider = providers.byId(id);
        if (provider.isEmpty()) {
            return Optional.empty();
        }
        try {
            Attempt attempt = Attempt.begin(provider.get(), wanted, clock.instant());
            return Optional.of(new ProviderRedirect(request(provider.get(), attempt, hint, callback),
                attempt.sealed(settings.secrets().orElseThrow())));
        } catch (ProviderException e) {
            refused(id, null, e.problem(), e.getMessage());
            return Optional.empty();
        }
    }

    private URI request(Provider provider, Attempt attempt, String hint, URI callback) throws ProviderException {
        return new AuthenticationRequest.Builder(ResponseType.CODE, new Scope(provider.scopes().toArray(String[]::new)),
            new ClientID(provider.clientId()), callback).endpointURI(client.metadata(provider).getAuthorizationEndpointURI())
            .state(new State(attempt.state())).nonce(new Nonce(attempt.nonce()))
            .loginHint(hint).codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256).build().toURI();
    }

    /**
     * Ends a sign-in that was begun.
     *
     * @param answer the parameters with which the browser came back
     * @param kept what the browser kept since {@link #begin}; null and nonsense are allowed
     * @param callback the same as at the beginning
     * @param from where the person is
     * @return how it ended
     */
    public ProviderAnswer complete(Map<String, String> answer, String kept, URI callback, SignInClient from) {
        Optional<Attempt> begun = settings.secrets().flatMap(box -> Attempt.open(kept, box, clock.instant()))
            .filter(attempt -> attempt.state().equals(answer.get("state")));
        Optional<Provider> provider = begun.flatMap(attempt -> providers.byId(attempt.provider()));
        if (provider.isEmpty()) {
            refused(null, from, SignInProblem.STATE, "no such sign-in was begun");
            return new ProviderAnswer(null, SignInProblem.STATE, null);
        }
        String wanted = begun.get().wanted();
        try {
            ProviderTokens tokens = tokens(provider.get(), begun.get(), answer, callback);
            ProvidedPerson person = new ClaimMapping(provider.get()).person(tokens.claims());
            ProviderSignIns.Outcome outcome = signIns.signIn(provider.get(), begun.get(), tokens, person, from);
            if (outcome.problem() != null) {
                refused(provider.get().id(), from, outcome.problem(), "subject " + tokens.subject());
            }
            return new ProviderAnswer(outcome.success(), outcome.problem(), wanted);
        } catch (ProviderException e) {
            refused(provider.get().id(), from, e.problem(), e.getMessage());
            return new ProviderAnswer(null, e.problem(), wanted);
        }
    }

    private ProviderTokens tokens(Provider provider, Attempt attempt, Map<String, String> answer, URI callback) throws ProviderException {
        OIDCProviderMetadata metadata = client.metadata(provider);
        String issuer = answer.get("iss");
        // RFC 9207: an answer of another provider is not taken to this one.
        if (issuer == null ? metadata.supportsAuthorizationResponseIssuerParam() : !issuer.equals(provider.issuer())) {
            throw new ProviderException(SignInProblem.INVALID, "the answer is of issuer " + issuer, null);
        }
        if (answer.get("error") != null || answer.get("code") == null) {
            throw new ProviderException(SignInProblem.DENIED, "the provider answered " + answer.get("error"), null);
        }
        return client.exchange(provider, answer.get("code"), attempt, callback);
    }

    private void refused(String provider, SignInClient from, SignInProblem problem, String detail) {
        LOG.log(Level.WARNING, "Nobody was signed in by provider {0} ({1}): {2}",
            new Object[]{provider, problem.word(), LogText.oneLine(String.valueOf(detail))});
        AuditRecord record = AuditRecord.of(AuditAct.SIGN_IN_FAILED).byStranger()
            .changed(null, Map.of("method", "provider", "reason", problem.word()));
        SecurityEvent event = SecurityEvent.of("sign-in-failed").with("method", "provider").with("provider", String.valueOf(provider))
            .with("reason", problem.word());
        audit.refused(from == null ? record.logged(event) : record.from(from.address()).logged(event.from(from.address())));
    }

    /**
     * Ends what a provider's logout token names, at once and on all nodes.
     *
     * @param token as the provider sent it; null and nonsense are allowed
     * @return whether it was a valid one that was not used before; where it names nobody who is signed in, nothing happens
     */
    public boolean logout(String token) {
        try {
            JWT parsed = JWTParser.parse(String.valueOf(token));
            JWTClaimsSet said = parsed.getJWTClaimsSet();
            Optional<Provider> provider = said == null ? Optional.empty() : providers.all().stream()
                .filter(one -> one.issuer().equals(said.getIssuer()) && said.getAudience().contains(one.clientId())).findFirst();
            return provider.isPresent() && logout(provider.get(), client.logout(provider.get(), token));
        } catch (ProviderException | java.text.ParseException e) {
            SecurityEvent event = SecurityEvent.of("provider-logout-refused").with("reason",
                LogText.oneLine(String.valueOf(e.getMessage())));
            LOG.log(Level.WARNING, "{0}", event);
            return false;
        }
    }

    private boolean logout(Provider provider, LogoutTokenClaimsSet claims) {
        Instant issued = claims.getIssueTime().toInstant();
        Instant end = issued.plus(LOGOUT_LIFE).plus(provider.skew());
        if (claims.getJWTID() == null || clock.instant().isAfter(end)) {
            return false;
        }
        return signIns.logout(provider, claims.getJWTID().getValue(), end.plus(provider.skew()),
            claims.getSubject() == null ? null : claims.getSubject().getValue(),
            claims.getSessionID() == null ? null : claims.getSessionID().getValue());
    }

    /**
     * Where a browser signs out at the provider too; to be asked before the sign-in ends.
     *
     * @param signInToken what the browser sent, or null
     * @param after where the provider sends it back to
     * @return empty where the sign-in was not by a provider, or that one offers nothing
     */
    public Optional<URI> signOutAt(String signInToken, URI after) {
        Optional<ProviderSignIns.Ended> ended = signIns.ofToken(signInToken);
        Optional<Provider> provider = ended.flatMap(one -> providers.byId(one.provider())).filter(Provider::logout);
        if (provider.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI endpoint = client.metadata(provider.get()).getEndSessionEndpointURI();
            JWT hint = ended.get().idToken() == null ? null : JWTParser.parse(ended.get().idToken());
            return Optional.ofNullable(endpoint)
                .map(uri -> new LogoutRequest(uri, hint, null, new ClientID(provider.get().clientId()), after, null, null).toURI());
        } catch (ProviderException | java.text.ParseException e) {
            LOG.log(Level.WARNING, "Nobody is signed out at provider {0}: {1}",
                new Object[]{provider.get().id(), LogText.oneLine(String.valueOf(e.getMessage()))});
            return Optional.empty();
        }
    }
}
