package org.agentinbox.account.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.agentinbox.account.ProvidedPerson;
import org.agentinbox.account.Role;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClaimMappingTest {

    private static final Map<String, Role> ROLES = Map.of("agents", Role.LIVE_AGENT, "admins", Role.SALES_ADMIN);
    private static final List<String> NAMES = List.of("roles", "preferred_username", "name", "email", "email_verified", "locale");

    private static ProvidedPerson person(String rolesClaim, Map<String, Object> claims) {
        Provider.ClaimNames names = new Provider.ClaimNames(rolesClaim, "preferred_username", "name", "email", "locale");
        return new ClaimMapping(new Provider("corp", "Corp", "https://corp.example", "inbox", Optional.empty(), List.of("openid"), names,
            ROLES, false, true, true, Optional.empty(), Duration.ofMinutes(1))).person(claims);
    }

    private static Set<Role> roles(Object said) {
        return person("roles", said == null ? Map.of() : Map.of("roles", said)).roles();
    }

    @Test
    void rolesAreThoseThatTheSettingsName() {
        assertEquals(EnumSet.of(Role.LIVE_AGENT), roles("agents"));
        assertEquals(EnumSet.of(Role.LIVE_AGENT, Role.SALES_ADMIN), roles(List.of("admins", "others", "agents")));
        assertEquals(Set.of(), roles(null));
        assertEquals(Set.of(), roles("agents admins"), "no list in a text");
        assertEquals(Set.of(), roles("Agents"), "letters count as they are");
        assertEquals(Set.of(), roles(Map.of("agents", true)));
        assertEquals(EnumSet.of(Role.SALES_ADMIN), roles(List.of(1, List.of("agents"), "admins")));
    }

    @Test
    void aPathLeadsIntoObjects() {
        Map<String, Object> keycloak = Map.of("realm_access", Map.of("roles", List.of("agents")));
        assertEquals(EnumSet.of(Role.LIVE_AGENT), person("realm_access.roles", keycloak).roles());
        assertEquals(EnumSet.of(Role.LIVE_AGENT),
            person("https://corp.example/roles", Map.of("https://corp.example/roles", "agents")).roles());
        assertEquals(Set.of(), person("realm_access.roles", Map.of("realm_access", "agents")).roles());
        assertEquals(Set.of(), person("a.b.c", Map.of("a", Map.of())).roles());
    }

    @Test
    void languagesAreOurs() {
        assertEquals("ko", person("roles", Map.of("locale", "ko_KR")).locale());
        assertEquals("en", person("roles", Map.of("locale", "en-GB")).locale());
        assertNull(person("roles", Map.of("locale", "fr")).locale());
        assertNull(person("roles", Map.of("locale", List.of("ko"))).locale());
    }

    @Test
    void anAddressIsVerifiedOnlyByATrueThatIsNoText() {
        assertTrue(person("roles", Map.of("email", "a@corp.example", "email_verified", true)).emailVerified());
        assertFalse(person("roles", Map.of("email", "a@corp.example", "email_verified", "true")).emailVerified());
        assertFalse(person("roles", Map.of("email", "a@corp.example")).emailVerified());
        assertNull(person("roles", Map.of("email", "nobody", "email_verified", true)).email());
    }

    @Test
    void whatCannotBeShownCountsAsNotSaid() {
        for (String name : List.of("", "  ", "a\nb", "a\u0000", "\u202Eevil", "x".repeat(201), "\ud800")) {
            assertNull(person("roles", Map.of("name", name)).name(), () -> "name " + name.codePoints().boxed().toList());
        }
        assertEquals("Ana Silva", person("roles", Map.of("name", " Ana Silva ")).name());
    }

    /** Whatever a provider says, nothing is thrown, and nobody has a role that no value of the claim of roles means. */
    @Property
    void nobodyGetsARoleThatWasNotSaid(@ForAll("claims") Map<String, Object> claims) {
        Object said = claims.get("roles");
        for (Role role : person("roles", claims).roles()) {
            String value = ROLES.entrySet().stream().filter(entry -> entry.getValue() == role).findFirst().orElseThrow().getKey();
            assertTrue(value.equals(said) || said instanceof List<?> list && list.contains(value));
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> claims() {
        Arbitrary<Object> texts = Arbitraries
            .oneOf(Arbitraries.of("agents", "admins", "ko", "a@b.example"), Arbitraries.strings().ofMaxLength(20))
            .map(text -> text);
        Arbitrary<Object> plain = Arbitraries.oneOf(texts, Arbitraries.integers().map(number -> number),
            Arbitraries.of(true, false).map(is -> is));
        Arbitrary<Object> values = Arbitraries.oneOf(plain, plain.list().ofMaxSize(5).map(list -> list),
            Arbitraries.maps(Arbitraries.of(NAMES), plain).ofMaxSize(3).map(map -> map));
        return Arbitraries.maps(Arbitraries.of(NAMES), values).ofMaxSize(NAMES.size()).map(HashMap::new);
    }
}
