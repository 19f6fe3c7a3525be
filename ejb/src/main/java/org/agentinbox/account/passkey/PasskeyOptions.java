package org.agentinbox.account.passkey;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.Base64;
import java.util.List;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

import org.agentinbox.account.AccountView;

/** What browsers are asked for, as their own {@code parse…OptionsFromJSON} read it (Web Authentication, section 5.1.8). */
final class PasskeyOptions {

    private static final String NAME = "Agent Inbox";

    private PasskeyOptions() {}

    /** A passkey that the authenticator finds without a user name, and that it gives only to a person whom it has verified. */
    static JsonObject toAdd(RelyingParty party, byte[] challenge, AccountView account, List<Passkey> present) {
        JsonArrayBuilder parameters = JSON.createArrayBuilder();
        SignatureCheck.ALGORITHMS.forEach(id -> parameters.add(JSON.createObjectBuilder().add("type", "public-key").add("alg", id)));
        return JSON.createObjectBuilder()
            .add("rp", JSON.createObjectBuilder().add("id", party.id()).add("name", NAME))
            .add("user", JSON.createObjectBuilder().add("id", text(UserHandle.of(account.id()))).add("name", account.userName())
                .add("displayName", account.displayName()))
            .add("challenge", text(challenge))
            .add("pubKeyCredParams", parameters)
            .add("timeout", ChallengeSigner.LIFE.toMillis())
            .add("excludeCredentials", descriptions(present))
            .add("authenticatorSelection", JSON.createObjectBuilder().add("residentKey", "required").add("requireResidentKey", true)
                .add("userVerification", "required"))
            .add("attestation", "none").build();
    }

    static JsonObject toSignIn(RelyingParty party, byte[] challenge) {
        return JSON.createObjectBuilder().add("rpId", party.id()).add("challenge", text(challenge))
            .add("timeout", ChallengeSigner.LIFE.toMillis()).add("userVerification", "required").build();
    }

    private static JsonArrayBuilder descriptions(List<Passkey> present) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        present.forEach(passkey -> all.add(JSON.createObjectBuilder().add("type", "public-key").add("id", text(passkey.credentialId()))
            .add("transports", passkey.transports().isEmpty() ? JSON.createArrayBuilder()
                : JSON.createArrayBuilder(List.of(passkey.transports().split(","))))));
        return all;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
