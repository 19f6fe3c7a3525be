package org.agentinbox.it.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.Consumer;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Tests whom a passkey signs in, and what is refused. */
class PasskeyIT {

    private static final String REFUSED = "problem=passkey";

    private final Installation installation = Installation.shared();
    private final String person = "passkey-" + UUID.randomUUID();
    private final SoftAuthenticator authenticator = new SoftAuthenticator(installation.origin());
    private String cookie;

    @BeforeEach
    void hire() {
        People.hire(installation, person);
        cookie = People.newCookie(installation, person);
    }

    /** What was refused here would slow other tests down, which call from the same address. */
    @AfterEach
    void forgive() {
        installation.query("DELETE FROM sign_in_failure WHERE subject LIKE 'network %'");
        installation.query("UPDATE account SET active = false WHERE user_name = ?", person);
    }

    private HttpResponse<String> options(String owner, String password) {
        return People.post(installation, "passkey-add/options", owner, "current", password);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private String add(SoftAuthenticator maker) {
        return location(People.post(installation, "passkey-add", cookie, "response", maker.register(json(options(cookie, "demo"))), "label",
            "Work laptop"));
    }

    private JsonObject challenge() {
        return json(People.get(installation, "passkey-sign-in", null));
    }

    private HttpResponse<String> signIn(String response) {
        return People.post(installation, "passkey-sign-in", null, "response", response);
    }

    private void assertRefused(String response) {
        HttpResponse<String> answer = signIn(response);
        assertTrue(location(answer).endsWith(REFUSED), location(answer));
        assertFalse(answer.headers().map().toString().contains("agentinbox-sign-in="), answer.headers().map().toString());
    }

    private String stored(String column) {
        return installation.query("SELECT " + column + "::text FROM passkey JOIN account ON account.id = account_id WHERE user_name = ?",
            person).get(0);
    }

    @Test
    void itSignsItsOwnerIn() {
        assertTrue(add(authenticator).endsWith("/inbox/profile?passkey=added"));
        HttpResponse<String> answer = signIn(authenticator.sign(challenge()));
        String signedIn = answer.headers().allValues("Set-Cookie").stream().filter(one -> one.startsWith("agentinbox-sign-in="))
            .findFirst().orElseThrow(() -> new AssertionError(answer.headers().map() + answer.body()));
        HttpResponse<String> me = People.get(installation, "api/v1/me", signedIn.substring(0, signedIn.indexOf(';')));
        assertEquals(person, json(me).getString("userName"));
        assertEquals("Work laptop", stored("label"));
        assertEquals("true", stored("last_used_at IS NOT NULL"));
    }

    @Test
    void anAnswerServesOnce() {
        add(authenticator);
        String response = authenticator.sign(challenge());
        assertFalse(location(signIn(response)).contains(REFUSED));
        assertRefused(response);
    }

    @Test
    void aCounterThatGoesBackIsThatOfACopy() {
        authenticator.count = 5;
        add(authenticator);
        authenticator.count = 7;
        assertFalse(location(signIn(authenticator.sign(challenge()))).contains(REFUSED));
        for (int back : new int[]{7, 6, 0}) {
            authenticator.count = back;
            assertRefused(authenticator.sign(challenge()));
        }
        assertEquals("7", stored("sign_count"));
        authenticator.count = 8;
        assertFalse(location(signIn(authenticator.sign(challenge()))).contains(REFUSED));
    }

    @Test
    void anAnswerThatIsNotToOurChallengeIsRefused() {
        add(authenticator);
        assertRefused(authenticator.sign("AAAA"));
        assertRefused(authenticator.sign(json(options(cookie, "demo")).getString("challenge")));
    }

    @Test
    void anAnswerForAnotherSiteOrUnverifiedIsRefused() {
        add(authenticator);
        tryWrong(wrong -> wrong.origin = "https://evil.example");
        tryWrong(wrong -> wrong.origin = installation.origin() + ".evil.example");
        tryWrong(wrong -> wrong.relyingParty = "evil.example");
        tryWrong(wrong -> wrong.verified = false);
        assertFalse(location(signIn(authenticator.sign(challenge()))).contains(REFUSED));
    }

    private void tryWrong(Consumer<SoftAuthenticator> change) {
        change.accept(authenticator);
        assertRefused(authenticator.sign(challenge()));
        authenticator.origin = installation.origin();
        authenticator.relyingParty = "localhost";
        authenticator.verified = true;
    }

    @Test
    void itSignsNobodyElseIn() {
        add(authenticator);
        SoftAuthenticator strange = new SoftAuthenticator(installation.origin());
        strange.user = authenticator.user;
        assertRefused(strange.sign(challenge()));
        authenticator.user = "AAAAAAAAAAAAAAAAAAAAAA";
        assertRefused(authenticator.sign(challenge()));
    }

    @Test
    void aRemovedOneAndAClosedAccountSignNobodyIn() {
        add(authenticator);
        installation.query("UPDATE account SET active = false WHERE user_name = ?", person);
        assertRefused(authenticator.sign(challenge()));
        installation.query("UPDATE account SET active = true, must_change_password = true WHERE user_name = ?", person);
        assertRefused(authenticator.sign(challenge()));
        installation.query("UPDATE account SET must_change_password = false WHERE user_name = ?", person);
        installation.query("DELETE FROM passkey USING account WHERE account.id = account_id AND user_name = ?", person);
        assertRefused(authenticator.sign(challenge()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"id\":1}", "null"})
    void nonsenseIsRefused(String response) {
        assertRefused(response);
        assertTrue(location(People.post(installation, "passkey-add", cookie, "response", response)).endsWith("passkey=failed"));
    }

    @Test
    void addingTakesThePasswordAndOnesOwnChallenge() {
        HttpResponse<String> wrong = options(cookie, "wrong");
        assertEquals(409, wrong.statusCode());
        assertEquals("wrong", wrong.body());
        String others = People.cookie(installation, "ben");
        String response = authenticator.register(json(options(others, "demo")));
        assertTrue(location(People.post(installation, "passkey-add", cookie, "response", response)).endsWith("passkey=failed"));
        String forSignIn = challenge().getString("challenge");
        JsonObject mixed = Json.createObjectBuilder(json(options(cookie, "demo"))).add("challenge", forSignIn).build();
        assertTrue(location(People.post(installation, "passkey-add", cookie, "response", authenticator.register(mixed)))
            .endsWith("passkey=failed"));
        assertEquals("0", installation.query("SELECT count(*) FROM passkey JOIN account ON account.id = account_id WHERE user_name = ?",
            person).get(0));
    }

    @Test
    void aNewPasswordMakesWhatWasBegunWorthless() {
        String response = authenticator.register(json(options(cookie, "demo")));
        installation.query("UPDATE account SET password_hash = 'another' WHERE user_name = ?", person);
        assertTrue(location(People.post(installation, "passkey-add", cookie, "response", response)).endsWith("passkey=failed"));
    }

    @Test
    void addingIsForThoseWhoAreSignedIn() {
        assertTrue(location(options(null, "demo")).contains("/inbox/signin"));
        assertTrue(location(People.post(installation, "passkey-add", null, "response", "{}")).contains("/inbox/signin"));
    }
}
