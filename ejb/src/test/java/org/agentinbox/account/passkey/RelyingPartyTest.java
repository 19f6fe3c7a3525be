package org.agentinbox.account.passkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelyingPartyTest {

    private static Optional<RelyingParty> at(String url) {
        return RelyingParty.of(Optional.of(URI.create(url)));
    }

    @Test
    void itIsTheHostOfTheInstallationsAddress() {
        RelyingParty party = at("https://Chat.Example.com/inbox/").orElseThrow();
        assertEquals("chat.example.com", party.id());
        assertTrue(party.isOwn("https://chat.example.com"));
        assertEquals("https://chat.example.com:8443", at("https://chat.example.com:8443/inbox/").orElseThrow().origin());
        assertEquals("https://chat.example.com", at("https://chat.example.com:443/inbox/").orElseThrow().origin());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://chat.example.com", "https://chat.example.com:444", "https://evil.example", "https://example.com",
        "https://a.chat.example.com", "https://chat.example.com.evil.example", "http://localhost:8080", "null", ""})
    void pagesElsewhereAreNotOurs(String origin) {
        assertFalse(at("https://chat.example.com/inbox/").orElseThrow().isOwn(origin));
        assertFalse(at("https://chat.example.com/inbox/").orElseThrow().isOwn(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://chat.example.com/inbox/", "https://192.0.2.7/inbox/", "https://[2001:db8::1]/inbox/",
        "http://127.0.0.1:8080/inbox/"})
    void whereBrowsersHaveNoneThereAreNone(String url) {
        assertEquals(Optional.empty(), at(url));
    }

    @Test
    void withoutAnAddressTheyAreForLocalhost() {
        RelyingParty party = RelyingParty.of(Optional.empty()).orElseThrow();
        assertEquals("localhost", party.id());
        assertTrue(party.isOwn("http://localhost:8080"));
        assertTrue(party.isOwn("https://localhost"));
        assertFalse(party.isOwn("http://localhost.evil.example"));
        assertFalse(party.isOwn("http://localhost:8080.evil.example"));
        assertFalse(party.isOwn("http://evil.example"));
    }
}
