package org.agentinbox.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.TableOwners;
import org.agentinbox.launcher.Database;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Tests that a claimed address proves nothing: somebody who types another person's email address gets none of their data and deletes none
 * of it.
 */
class DataSubjectsIT {

    private static final HistoryTables TABLES = new HistoryTables(TableOwners.all());

    private static final List<String> OF_THE_RECORD = List.of("Vera Lind", "CTO", "+49 4711", "Lind AG", "Gold", "Platinum");
    private static String url;
    private Connection connection;
    private JdbcSession session;
    private KnownPersons known;

    @BeforeAll
    static void migrate() {
        url = Installation.shared().database().url("subjects");
        Flyway.configure().dataSource(url, Database.USER, "").locations("classpath:db/migration").load().migrate();
    }

    @BeforeEach
    void fill() throws SQLException {
        connection = DriverManager.getConnection(url, Database.USER, "");
        connection.setAutoCommit(false);
        session = new JdbcSession(connection);
        known = new KnownPersons(session);
    }

    /** Each test runs in a transaction that is rolled back. */
    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private static void assertHas(String json, List<String> texts) {
        assertEquals(List.of(), texts.stream().filter(text -> !json.contains(text)).toList(), json);
    }

    private static void assertHasNone(String json, List<String> texts) {
        assertEquals(List.of(), texts.stream().filter(json::contains).toList(), json);
    }

    private static Refusal refusal(Executable act) {
        return assertThrows(RefusedException.class, act).refusal();
    }

    @Test
    void aClaimantsExportHasWhatTheyBroughtAndNothingOfTheOwner() throws SQLException {
        String json = new VisitorExport(session, TABLES).ofVisitor(known.mallory);
        assertHas(json, List.of("Mallory", KnownPersons.EMAIL, "What do you know of me?", "Activity of What", "Summary of What",
            "Topic of What"));
        assertHasNone(json, OF_THE_RECORD);
        assertHasNone(json, List.of("My knee hurts", "My elbow too", "And of me?", "visitor_record", "record_id", known.record.toString()));
    }

    @Test
    void aPersonsExportHasTheRecordAndTheBrowsersThatTheSiteSignedForAlone() throws SQLException {
        String json = new VisitorExport(session, TABLES).ofPerson(known.record);
        assertHas(json, OF_THE_RECORD);
        assertHas(json, List.of("My knee hurts", "My elbow too", "Activity of My knee", "Summary of My elbow", "\"plan\": \"Platinum\""));
        assertHasNone(json, List.of("Mallory", "What do you know of me?", "And of me?"));
    }

    @Test
    void anExportTellsNoNotesAndWhyNothingIsHeld() throws SQLException {
        known.hold(known.mallory);
        known.hold(known.hers);
        for (String json : List.of(new VisitorExport(session, TABLES).ofVisitor(known.mallory), new VisitorExport(session, TABLES)
            .ofPerson(known.record))) {
            assertHasNone(json, List.of("Note on", "\"note\"", "Case 4711", "token_hash"));
            assertHas(json, List.of("legal_hold", "placed_at"));
        }
    }

    @Test
    void ofAChatUnderWayAnExportTellsWhatItsVisitorReads() throws SQLException {
        known.chat(known.mallory, "ACTIVE", "Are you there?");
        String json = new VisitorExport(session, TABLES).ofVisitor(known.mallory);
        assertHas(json, List.of("Are you there?"));
        assertHasNone(json, List.of("Note on", "Summary of Are you", "Topic of Are you"));
    }

    @Test
    void nothingOfAPersonIsReachedByABrowserOrByAClaim() throws SQLException {
        DataSubjects subjects = new DataSubjects(session);
        assertEquals(Refusal.NOT_ALLOWED, refusal(() -> subjects.unverified(known.hers)));
        assertEquals(Refusal.NOT_ALLOWED, refusal(() -> new VisitorErasure(session, TABLES, known.now).visitor(known.hers)));
        UUID claimed = known.record("nobody@customer.example", null);
        assertEquals(Refusal.NOT_FOUND, refusal(() -> subjects.person(claimed)));
        assertEquals(Refusal.NOT_FOUND, refusal(() -> new VisitorErasure(session, TABLES, known.now).person(claimed)));
        assertEquals(Refusal.NOT_FOUND, refusal(() -> new VisitorErasure(session, TABLES, known.now).person(known.mallory)));
        assertNotEquals("", known.storedRecord(claimed));
    }

    @Test
    void whoIsFoundTellsWhatIsVerifiedAndWhatIsClaimed() throws SQLException {
        DataSubjectsFound found = new DataSubjects(session).find(KnownPersons.EMAIL.toUpperCase());
        PersonDataView vera = found.persons().get(0);
        assertEquals(List.of(known.record, 2L, 2L, 2L), List.of(vera.id(), vera.visitors(), vera.claims(), vera.conversations()));
        assertEquals(4, found.visitors().size());
        for (VisitorDataView visitor : found.visitors()) {
            boolean hers = List.of(known.hers, known.hersToo).contains(visitor.id());
            assertEquals(hers ? KnownPersons.EMAIL : null, visitor.person());
        }
        assertEquals(4, found.visitors().stream().map(VisitorDataView::confirmation).distinct().count(),
            "one name, one address: told apart");
        List<VisitorDataView> byCode = new DataSubjects(session).find(found.visitors().get(0).confirmation()).visitors();
        assertEquals(List.of(found.visitors().get(0)), byCode);
    }

    @Test
    void aClaimantsErasureLeavesTheOwnerAndOtherClaimantsAlone() throws SQLException {
        String record = known.storedRecord(known.record);
        List<String> others = List.of(known.stored(known.hers), known.stored(known.hersToo), known.stored(known.otherMallory));
        new VisitorErasure(session, TABLES, known.now).visitor(known.mallory);
        assertEquals("", known.stored(known.mallory));
        assertEquals(record, known.storedRecord(known.record));
        assertEquals(others, List.of(known.stored(known.hers), known.stored(known.hersToo), known.stored(known.otherMallory)));
    }

    /** The CRM sent data about somebody who never came; the record's only visitor is an impostor. */
    @Test
    void theOnlyClaimantsErasureLeavesWhatTheCrmTold() throws SQLException {
        UUID record = known.record("carl@customer.example", known.now);
        String before = known.storedRecord(record);
        new VisitorErasure(session, TABLES, known.now).visitor(known.visitor("Impostor", record, false, "Forget me"));
        assertEquals(before, known.storedRecord(record));
    }

    @Test
    void anAddressThatWasOnlyTypedGoesWithTheLastWhoTypedIt() throws SQLException {
        UUID record = known.record("nobody@customer.example", null);
        UUID first = known.visitor("Nobody", record, false, "One");
        UUID second = known.visitor("Nobody", record, false, "Two");
        new VisitorErasure(session, TABLES, known.now).visitor(first);
        assertNotEquals("", known.storedRecord(record), "another one typed it");
        new VisitorErasure(session, TABLES, known.now).visitor(second);
        assertEquals("", known.storedRecord(record));
    }

    @Test
    void whoWasKeptApartStaysApartWhenAnotherClaimantIsErased() throws SQLException {
        UUID record = known.record("nobody@customer.example", null);
        UUID first = known.visitor("Nobody", record, false, "One");
        session.update("INSERT INTO visitor_apart (visitor_id, record_id, at) VALUES (?, ?, now())", known.mallory, record);
        new VisitorErasure(session, TABLES, known.now).visitor(first);
        assertEquals(1, session.count("SELECT count(*) FROM visitor_apart WHERE visitor_id = ?", known.mallory));
    }

    @Test
    void aPersonsErasureTakesAllThatIsTheirsAndLeavesClaimantsTheirOwn() throws SQLException {
        known.hold(known.mallory);
        known.chat(known.otherMallory, "ACTIVE", "Are you there?");
        List<String> claimants = List.of(known.stored(known.mallory), known.stored(known.otherMallory));
        new VisitorErasure(session, TABLES, known.now).person(known.record);
        assertEquals(List.of("", ""), List.of(known.stored(known.hers), known.stored(known.hersToo)));
        assertEquals(claimants, List.of(known.stored(known.mallory), known.stored(known.otherMallory)),
            "neither a hold nor a chat of theirs is in the way");
        assertHasNone(known.storedRecord(known.record), OF_THE_RECORD);
        assertEquals(List.of(), new DataSubjects(session).find(KnownPersons.EMAIL).persons(), "nobody vouches for anybody any more");
    }

    @Test
    void aPersonWhomNobodyClaimsToBeIsGone() throws SQLException {
        new VisitorErasure(session, TABLES, known.now).visitor(known.mallory);
        new VisitorErasure(session, TABLES, known.now).visitor(known.otherMallory);
        assertEquals(1, new VisitorErasure(session, TABLES, known.now).person(known.record).get("visitor_record"));
        assertEquals("", known.storedRecord(known.record));
        UUID onlyTheCrms = known.record("carl@customer.example", known.now);
        new VisitorErasure(session, TABLES, known.now).person(onlyTheCrms);
        assertEquals("", known.storedRecord(onlyTheCrms));
    }

    @Test
    void oneHeldBrowserKeepsTheWholePerson() throws SQLException {
        known.hold(known.hersToo);
        String before = known.stored(known.hers) + known.stored(known.hersToo) + known.storedRecord(known.record);
        assertEquals(Refusal.LEGAL_HOLD, refusal(() -> new VisitorErasure(session, TABLES, known.now).person(known.record)));
        assertEquals(before, known.stored(known.hers) + known.stored(known.hersToo) + known.storedRecord(known.record));
        session.update("DELETE FROM legal_hold");
        known.chat(known.hersToo, "ACTIVE", "Are you there?");
        assertEquals(Refusal.CHAT_OPEN, refusal(() -> new VisitorErasure(session, TABLES, known.now).person(known.record)));
        assertNotEquals("", known.stored(known.hers));
    }

    /** The purge deletes an impostor's old visit, but not the record of the address's owner. */
    @Test
    void aPurgedClaimantLeavesWhatIsVouchedFor() throws SQLException {
        Instant longAgo = known.now.minus(Duration.ofDays(200));
        UUID told = known.record("carl@customer.example", known.now.minus(Duration.ofDays(80)));
        UUID signed = known.record("dora@customer.example", longAgo);
        UUID dora = known.visitor("Dora", signed, true, "I am here");
        List<String> before = List.of(known.storedRecord(told), known.storedRecord(signed), known.stored(dora));
        for (UUID record : List.of(told, signed)) {
            UUID impostor = UUID.randomUUID();
            session.update("INSERT INTO visitor (id, version, name, record_id, created_at, seen_at) VALUES (?, 0, 'Impostor', ?, ?, ?)",
                impostor, record, longAgo, longAgo);
        }
        Instant cutoff = known.now.minus(Duration.ofDays(90));
        UUID run = new PurgeRunRepository(session).open(new PurgeRunRepository.Wanted(1, 1, "test", cutoff, false), known.now).id();
        for (Purge.Step step : List.of(Purge.Step.VISITORS, Purge.Step.RECORDS)) {
            boolean more = true;
            while (more) {
                more = new Purge(TABLES, Period.ofDays(400)).next(session, run, step, true, PurgeLimits.USUAL, known.now);
            }
        }
        assertEquals(0, session.count("SELECT count(*) FROM visitor WHERE name = 'Impostor'"));
        assertEquals(before, List.of(known.storedRecord(told), known.storedRecord(signed), known.stored(dora)));
        assertTrue(before.stream().noneMatch(String::isEmpty));
        assertFalse(new DataSubjects(session).find("dora@customer.example").persons().isEmpty());
    }
}
