package org.agentinbox.visitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;

/** Which word counts: the site's, the CRM's, the visitor's, or somebody's before. */
class JoinTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final VisitorClaims NOTHING = new VisitorClaims(null, null, null, null, null);

    private final Visitor visitor = new Visitor(UUID.randomUUID(), new byte[32], NOON);
    private final VisitorRecord vera = new VisitorRecord(UUID.randomUUID(), "Vera@Customer.example", NOON);
    private final VisitorRecord bob = new VisitorRecord(UUID.randomUUID(), "bob@customer.example", NOON);

    private static VerifiedFields fields(String name, String crmStatus) {
        return new VerifiedFields(name, null, null, null, crmStatus, null);
    }

    private void claim(String name, String email) {
        visitor.claim(new VisitorClaims(name, null, email, null, null));
    }

    private ShownField shown(String field, VisitorRecord record, VisitorClaims earlier) {
        return visitor.view(record.view(earlier, 2)).shown().get(field);
    }

    @Test
    void aClaimJoinsAndAnotherMovesOn() {
        claim("Mallory", "vera@customer.example");
        assertTrue(visitor.join(vera.id(), false));
        assertFalse(visitor.join(vera.id(), false));
        assertEquals(Join.CLAIMED, visitor.view(vera.view(NOTHING, 2)).join());
        assertTrue(visitor.join(bob.id(), false));
        assertEquals(bob.id(), visitor.recordId());
    }

    @Test
    void theSitesWordBeatsAClaimBeforeAndAfter() {
        visitor.join(vera.id(), false);
        assertTrue(visitor.join(bob.id(), true));
        assertFalse(visitor.join(vera.id(), false), "a claim moves nobody whom the site knows");
        assertEquals(bob.id(), visitor.recordId());
        assertTrue(visitor.isVerified());
    }

    @Test
    void theSitesWordForSomebodyElseChangesNothing() {
        visitor.join(vera.id(), true);
        assertFalse(visitor.join(vera.id(), true), "again is nothing new");
        RefusedException refused = assertThrows(RefusedException.class, () -> visitor.join(bob.id(), true));
        assertEquals(Refusal.OTHER_PERSON, refused.refusal());
        assertEquals(vera.id(), visitor.recordId());
    }

    @Test
    void aClaimIsUndoneASignatureIsNot() {
        claim("Mallory", "vera@customer.example");
        VisitorView before = visitor.view();
        visitor.join(vera.id(), false);
        visitor.part();
        assertEquals(before, visitor.view(), "as it was");
        assertEquals(Join.APART, visitor.view().join());
        visitor.join(vera.id(), true);
        assertEquals(Refusal.NOT_ALLOWED, assertThrows(RefusedException.class, visitor::part).refusal());
    }

    @Test
    void eachFieldSaysHowSureItIs() {
        VisitorClaims earlier = new VisitorClaims("Somebody", "CTO", null, "+49 1", null);
        claim("Mallory", "VERA@customer.example");
        visitor.join(vera.id(), false);
        assertEquals(new ShownField("Mallory", FieldSource.CLAIMED), shown("name", vera, earlier));
        assertEquals(new ShownField("CTO", FieldSource.EARLIER), shown("jobTitle", vera, earlier));
        assertEquals(new ShownField("VERA@customer.example", FieldSource.CLAIMED), shown("email", vera, earlier));
        assertEquals(ShownField.UNKNOWN, shown("crmStatus", vera, earlier));
        vera.verify(fields("Vera Lind", "Customer"), NOON);
        assertEquals(new ShownField("Vera Lind", FieldSource.KNOWN), shown("name", vera, earlier));
        assertEquals(new ShownField("Customer", FieldSource.KNOWN), shown("crmStatus", vera, earlier));
        visitor.join(vera.id(), true);
        assertEquals(new ShownField("Vera Lind", FieldSource.VERIFIED), shown("name", vera, earlier));
        assertEquals(new ShownField("vera@customer.example", FieldSource.VERIFIED), shown("email", vera, earlier));
        assertEquals(ShownField.UNKNOWN, shown("jobTitle", vera, earlier), "what others said is nothing to whom the site knows");
    }

    @Test
    void whatTheVisitorMaySeeIsWhatTheyBrought() {
        claim("Mallory", "vera@customer.example");
        vera.verify(new VerifiedFields("Vera Lind", "CTO", "+49 1", "Acme", "Customer", Map.of("plan", "Business")), NOON);
        visitor.join(vera.id(), false);
        VisitorView view = visitor.view(vera.view(new VisitorClaims("V", "V", null, "V", "V"), 3));
        assertEquals("Mallory", view.name());
        assertNull(view.jobTitle());
        assertNull(view.phone());
        assertNull(view.company());
        assertEquals("Mallory\nvera@customer.example\nVera Lind", view.foundBy());
    }

    @Test
    void whoIsAloneIsNotJoined() {
        claim("Vera", "vera@customer.example");
        visitor.join(vera.id(), false);
        assertFalse(visitor.view(vera.view(NOTHING, 1)).isJoined());
        assertTrue(visitor.view(vera.view(NOTHING, 2)).isJoined());
        vera.verify(fields("Vera Lind", null), NOON);
        assertTrue(visitor.view(vera.view(NOTHING, 1)).isJoined());
    }

    @Test
    void signedFieldsAreAddedAndTheCrmsReplaceAll() {
        vera.verify(new VerifiedFields("Vera Lind", "CTO", null, null, "Lead", Map.of("plan", "Team", "empty", " ")), NOON);
        vera.verify(fields(null, "Customer"), NOON);
        RecordView view = vera.view(NOTHING, 1);
        assertEquals("Vera Lind", view.name());
        assertEquals("Customer", view.crmStatus());
        assertEquals(Map.of("plan", "Team"), view.attributes());
        vera.replace(fields("Vera Lindgren", null), NOON);
        view = vera.view(NOTHING, 1);
        assertEquals("Vera Lindgren", view.name());
        assertNull(view.crmStatus());
        assertNull(view.jobTitle());
        assertEquals(Map.of(), view.attributes());
    }

    @Test
    void limitsAreThoseOfTheDatabase() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i <= VerifiedFields.MOST_ATTRIBUTES; i++) {
            many.put("a" + i, "x");
        }
        for (VerifiedFields wrong : new VerifiedFields[]{fields("x".repeat(201), null), fields(null, "x".repeat(101)), fields("a\nb", null),
            new VerifiedFields(null, null, "1".repeat(51), null, null, null), new VerifiedFields(null, null, null, null, null, many),
            new VerifiedFields(null, null, null, null, null, Map.of("", "x")),
            new VerifiedFields(null, null, null, null, null, Map.of("x", "y".repeat(501)))}) {
            assertEquals(Refusal.INVALID_FIELD, assertThrows(RefusedException.class, () -> vera.replace(wrong, NOON)).refusal());
            assertNull(vera.view(NOTHING, 1).verifiedAt(), "nothing changed");
        }
    }
}
