package org.agentinbox.account.passkey;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;

import org.agentinbox.platform.securitylog.LogText;

/**
 * Checks what authenticators answer (Web Authentication, sections 7.1 and 7.2): origin, relying party, that the person was there and
 * verified by a PIN or the body, signature and counter. Which make an authenticator is of is not asked.
 */
final class SignatureCheck {

    /** ES256, EdDSA, RS256 (RFC 8152 and 8812): the first that the authenticator knows is used. */
    static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private static final Logger LOG = Logger.getLogger(SignatureCheck.class.getName());
    private static final int LONGEST = 20_000;
    private static final int MOST_TRANSPORTS = 200;
    private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
        .map(id -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(id))).toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    /** @return what a client answered who wants to sign in, unchecked; empty where it is nonsense */
    Optional<AuthenticationData> parse(String response) {
        return tried(() -> isShort(response) ? manager.parseAuthenticationResponseJSON(response) : null)
            .filter(data -> data.getCredentialId() != null && data.getCollectedClientData() != null && data.getAuthenticatorData() != null);
    }

    /**
     * @param response what a client answered who adds a passkey, as JSON
     * @param challenged whether a challenge is one that this client was given
     * @return the key; empty where anything is not as it must be
     */
    Optional<NewCredential> added(String response, RelyingParty party, Predicate<byte[]> challenged) {
        return tried(() -> isShort(response) ? manager.parseRegistrationResponseJSON(response) : null)
            .filter(data -> data.getCollectedClientData() != null && isFor(data.getCollectedClientData(), party, challenged))
            .flatMap(data -> tried(() -> manager.verify(data,
                new RegistrationParameters(server(data.getCollectedClientData(), party), PARAMETERS, true, true))))
            .map(this::credential);
    }

    private NewCredential credential(RegistrationData data) {
        AuthenticatorData<?> authenticator = data.getAttestationObject().getAuthenticatorData();
        Set<AuthenticatorTransport> told = data.getTransports() == null ? Set.of() : data.getTransports();
        String transports = told.stream().map(AuthenticatorTransport::getValue).filter(one -> one.matches("[a-z-]{1,20}")).sorted()
            .collect(Collectors.joining(","));
        return new NewCredential(authenticator.getAttestedCredentialData().getCredentialId(),
            credentials.convert(authenticator.getAttestedCredentialData()), authenticator.getSignCount(), authenticator.isFlagBE(),
            authenticator.isFlagBS(), transports.length() > MOST_TRANSPORTS ? "" : transports);
    }

    /** Whether the passkey has signed this, but for its counter. */
    boolean isSigned(AuthenticationData data, Passkey passkey, RelyingParty party, Predicate<byte[]> challenged) {
        if (!isFor(data.getCollectedClientData(), party, challenged)) {
            return false;
        }
        CredentialRecordImpl known = new CredentialRecordImpl(new NoneAttestationStatement(), true, passkey.backupEligible(),
            passkey.backedUp(), 0, credentials.convert(passkey.credentialData()), null, null, null, null);
        return tried(() -> manager.verify(data, new AuthenticationParameters(server(data.getCollectedClientData(), party), known,
            List.of(passkey.credentialId()), true, true))).isPresent();
    }

    /**
     * Whether a counter went on, or is none (Web Authentication, section 6.1.1): one that stands or goes back is that of a copied key.
     *
     * @param before as it was at the last use; 0 where there is none
     */
    static boolean isCounting(long before, long now) {
        return now > before || now == 0 && before == 0;
    }

    private static boolean isFor(CollectedClientData client, RelyingParty party, Predicate<byte[]> challenged) {
        return client.getOrigin() != null && client.getChallenge() != null && party.isOwn(client.getOrigin().toString())
            && challenged.test(client.getChallenge().getValue());
    }

    /** With the origin and the challenge that were found to be ours. */
    private static ServerProperty server(CollectedClientData client, RelyingParty party) {
        return ServerProperty.builder().origin(client.getOrigin()).rpId(party.id())
            .challenge(new DefaultChallenge(client.getChallenge().getValue())).build();
    }

    private static boolean isShort(String response) {
        return response != null && response.length() <= LONGEST;
    }

    /** The library answers what it does not like by exceptions of many kinds, those of its parsers among them. */
    private static <T> Optional<T> tried(Supplier<T> work) {
        try {
            return Optional.ofNullable(work.get());
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "Not accepted: {0}", LogText.oneLine(e.toString()));
            return Optional.empty();
        }
    }
}
