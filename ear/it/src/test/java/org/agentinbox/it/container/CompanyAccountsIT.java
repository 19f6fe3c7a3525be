package org.agentinbox.it.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.Role;
import org.agentinbox.companyaccount.AccountImportReport;
import org.agentinbox.companyaccount.AccountOwner;
import org.agentinbox.companyaccount.CompanyAccountPage;
import org.agentinbox.companyaccount.CompanyAccountService;
import org.agentinbox.companyaccount.CompanyAccountView;
import org.agentinbox.companyaccount.CompanyAccounts;
import org.agentinbox.companyaccount.CompanyDomain;
import org.agentinbox.companyaccount.ImportProgress;
import org.agentinbox.companyaccount.OwnerState;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.list.ImportProblem;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

/** Tests the account list in the server: whose an account is, how the list is edited, and how a file takes its place. */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class CompanyAccountsIT {

    private static final Logger LOG = Logger.getLogger(CompanyAccountsIT.class.getName());
    private static final String HEADER = "domain,owner,company\n";

    @EJB
    private CompanyAccountService service;
    @EJB
    private AccountService people;
    @Inject
    private CompanyAccounts accounts;
    @Resource
    private UserTransaction transaction;
    private final String mark = "t" + UUID.randomUUID().toString().substring(0, 8);
    private UUID admin;
    private UUID ana;
    private UUID ben;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    @BeforeEach
    void anEmptyListAndTwoAgents() {
        Sql.run("DELETE FROM company_account");
        Sql.run("DELETE FROM company_account_import");
        admin = person("admin", "SALES_ADMIN");
        ana = person("ana", "LIVE_AGENT");
        ben = person("ben", "LIVE_AGENT");
    }

    private UUID person(String name, String role) {
        UUID id = UUID.randomUUID();
        Sql.run(
            "INSERT INTO account (id, version, user_name, display_name, email, password_hash, must_change_password, active, created_at) "
                + "VALUES (?, 0, ?, ?, ?, 'none', false, true, now())",
            id, name + "-" + mark, name + " " + mark, name + "-" + mark + "@a.example");
        Sql.run("INSERT INTO account_role (account_id, role) VALUES (?, ?)", id, role);
        if (!role.equals("MARKETING_ADMIN")) {
            Sql.run("INSERT INTO agent (account_id, time_zone, takes_chats) VALUES (?, 'UTC', true)", id);
        }
        return id;
    }

    private <T> T as(String role, Callable<T> call) throws Exception {
        return Callers.of(admin, role).runAs(call);
    }

    private <T> T asAdmin(Callable<T> call) throws Exception {
        return as("MARKETING_ADMIN", call);
    }

    private Optional<AccountOwner> ownerOf(String email, String company) throws Exception {
        transaction.begin();
        try {
            return accounts.ownerOf(email, company);
        } finally {
            transaction.commit();
        }
    }

    private AccountImportReport replaced(String file) throws Exception {
        return asAdmin(() -> service.importFile(file.getBytes(UTF_8)));
    }

    private String lines(String... lines) {
        return HEADER + String.join("\n", lines).replace("~", "-" + mark);
    }

    private List<String> list() throws Exception {
        return asAdmin(() -> service.list(null, null)).accounts().stream()
            .map(account -> account.shown() + " " + account.owner().userName().replace("-" + mark, "") + " " + account.company()).toList();
    }

    private static Refusal refusal(Callable<?> call) {
        return assertThrows(RefusedException.class, call::call).refusal();
    }

    @Test
    void anAccountIsTheOwnersOfTheLongestDomain() throws Exception {
        replaced(lines("acme.co.kr,ana~,Acme", "lab.acme.co.kr,ben~,Lab", "한국전자.한국,ben~,"));
        assertEquals(Optional.of(new AccountOwner("acme.co.kr", "Acme", ana, true)), ownerOf("x@ACME.co.kr", null));
        assertEquals(ana, ownerOf("x@mail.seoul.acme.co.kr", "lab.acme.co.kr").orElseThrow().ownerId(),
            "an address comes before a company");
        assertEquals(ben, ownerOf("x@a.lab.acme.co.kr", null).orElseThrow().ownerId());
        assertEquals(ben, ownerOf("x@gmail.com", "https://lab.acme.co.kr/").orElseThrow().ownerId());
        assertEquals(ben, ownerOf("x@mail.한국전자.한국", null).orElseThrow().ownerId());
        for (String unknown : List.of("x@notacme.co.kr", "x@co.kr", "x@gmail.com", "acme.co.kr", "")) {
            assertEquals(Optional.empty(), ownerOf(unknown, "Acme"), unknown);
        }
        assertEquals(Optional.empty(), ownerOf(null, null));
    }

    @Test
    void whoTakesNoChatsKeepsTheirAccountsAndIsShownAsSuch() throws Exception {
        replaced(lines("acme.com,ana~,Acme", "other.example,ben~,"));
        as("SALES_ADMIN", () -> {
            people.activate(ana, false);
            people.change(ben, Sql.version(ben), "Ben", null, Set.of(Role.CALENDAR_AGENT));
            return null;
        });
        assertEquals(Optional.of(new AccountOwner("acme.com", "Acme", ana, false)), ownerOf("x@acme.com", null));
        List<CompanyAccountView> list = asAdmin(() -> service.list(null, null)).accounts();
        assertEquals(List.of(OwnerState.DEACTIVATED, OwnerState.TAKES_NO_CHATS), list.stream().map(a -> a.owner().state()).toList());
        AccountImportReport again = replaced(new String(asAdmin(() -> service.exportFile()), UTF_8));
        assertEquals(new AccountImportReport(0, 0, 2, 0, 2, 0, List.of()), again, "what was exported can be imported again");
        assertEquals("Acme Inc.", asAdmin(() -> service.change("acme.com", ana, "Acme Inc.")).company());
        assertEquals(Refusal.INVALID_FIELD, refusal(() -> asAdmin(() -> service.change("acme.com", ben, null))));
        assertTrue(asAdmin(() -> service.owners()).stream().noneMatch(owner -> owner.id().equals(ana) || owner.id().equals(ben)));
    }

    @Test
    void oneByOneTheyAreAddedChangedAndRemoved() throws Exception {
        assertEquals("한국전자.kr", asAdmin(() -> service.add(" WWW.한국전자.KR. ", ana, " Hankook ")).shown());
        assertEquals(Refusal.NAME_TAKEN, refusal(() -> asAdmin(() -> service.add("xn--3e0br90c6jam96b.kr", ben, null))));
        assertEquals(Refusal.INVALID_FIELD, refusal(() -> asAdmin(() -> service.add("acme.com", withoutChats(), null))));
        assertEquals(Refusal.INVALID_FIELD, refusal(() -> asAdmin(() -> service.add("acme.com", null, null))));
        assertEquals(Refusal.INVALID_FIELD, refusal(() -> asAdmin(() -> service.add("gmail.com", ana, null))));
        assertEquals(Refusal.NOT_FOUND, refusal(() -> asAdmin(() -> service.change("한국전자.kr", ben, null))));
        assertEquals(List.of("한국전자.kr ana Hankook"), list());
        as("SALES_ADMIN", () -> service.change("xn--3e0br90c6jam96b.kr", ben, " "));
        assertEquals(List.of("한국전자.kr ben null"), list());
        asAdmin(() -> {
            service.remove("xn--3e0br90c6jam96b.kr");
            return null;
        });
        assertEquals(Refusal.NOT_FOUND, refusal(() -> asAdmin(() -> {
            service.remove("xn--3e0br90c6jam96b.kr");
            return null;
        })));
        assertEquals(List.of(), list());
    }

    /** Returns somebody who exists and takes no chats. */
    private UUID withoutChats() {
        return person("mia" + UUID.randomUUID().toString().substring(0, 4), "MARKETING_ADMIN");
    }

    @Test
    void theListIsReadPartByPartAndSearched() throws Exception {
        replaced(HEADER + IntStream.range(0, 120).mapToObj(i -> "c%03d.example,%s-%s,%s".formatted(i, i % 60 == 0 ? "ben" : "ana", mark,
            i == 77 ? "100% Öl_\\" : "Company " + i)).collect(Collectors.joining("\n")));
        CompanyAccountPage first = asAdmin(() -> service.list(" ", null));
        assertEquals(50, first.accounts().size());
        CompanyAccountPage second = asAdmin(() -> service.list(null, first.next()));
        CompanyAccountPage last = asAdmin(() -> service.list(null, second.next()));
        assertEquals(List.of("c049.example", "c050.example", "c099.example"),
            List.of(first.next(), second.accounts().get(0).domain(), second.next()));
        assertEquals(20, last.accounts().size());
        assertEquals(null, last.next());
        assertEquals(List.of("c077.example"), found("100% ÖL_\\"));
        assertEquals(List.of(), found("_77"));
        assertEquals(List.of("c000.example", "c060.example"), found("BEN " + mark));
        assertEquals(List.of("c011.example", "c111.example"), found("11.E"));
        assertEquals(120, asAdmin(() -> service.size()));
    }

    private List<String> found(String text) throws Exception {
        return asAdmin(() -> service.list(text, null)).accounts().stream().map(CompanyAccountView::domain).toList();
    }

    @Test
    void aFileReplacesTheListAsAWhole() throws Exception {
        assertEquals(new AccountImportReport(3, 0, 0, 0, 0, 0, List.of()),
            replaced("\uFEFF" + lines("acme.com,ana~,Acme", "b.example,ana~,", "c.example,ben~@A.example,C").replace(',', ';')));
        assertEquals(new AccountImportReport(1, 1, 1, 1, 0, 0, List.of()),
            replaced(lines("acme.com,ana~,Acme", "b.example,ben~,", "한국전자.kr,ana~,H")));
        assertEquals(List.of("acme.com ana Acme", "b.example ben null", "한국전자.kr ana H"), list());
        AccountImportReport wrong = replaced(
            lines("new.example,ana~,", "acme.com,ana~,x", "co.kr,ana~,", "naver.com,ana~,", "ACME.com,ben~,",
                "b.example,nobody,"));
        assertEquals(List.of("4 PUBLIC_SUFFIX", "5 FREE_MAIL", "6 TWICE", "7 OWNER"),
            wrong.problems().stream().map(problem -> problem.line() + " " + problem.reason()).toList());
        assertEquals(4, wrong.wrong());
        assertEquals(List.of("acme.com ana Acme", "b.example ben null", "한국전자.kr ana H"), list());
        ImportProgress last = asAdmin(() -> service.lastImport()).orElseThrow();
        assertEquals(ImportProgress.State.REFUSED, last.state());
        assertEquals(4, last.wrong());
        assertEquals(admin, last.begunBy());
        assertEquals("0", Sql.run("SELECT count(*) FROM company_account_staged"));
        assertEquals(3, replaced(HEADER).removed(), "an empty file empties the list");
    }

    @Test
    void aSecondFileWaitsForTheFirstAndTakesThePlaceOfOneThatDied() throws Exception {
        String running = "INSERT INTO company_account_import (id, state, begun_at, seen_at, lines_total) VALUES (?, 'STORING', now(), "
            + "now() - make_interval(secs => ?), 5)";
        Sql.run(running, UUID.randomUUID(), 90);
        assertEquals(Refusal.IMPORT_RUNNING, refusal(() -> replaced(lines("acme.com,ana~,Acme"))));
        assertTrue(asAdmin(() -> service.lastImport()).orElseThrow().isRunning());
        assertEquals(List.of(), list());
        Sql.run("DELETE FROM company_account_import");
        Sql.run(running, UUID.randomUUID(), 130);
        Sql.run("INSERT INTO company_account_staged SELECT id, 'old.example', 'old.example', ?, '' FROM company_account_import", ana);
        assertEquals(ImportProgress.State.FAILED, asAdmin(() -> service.lastImport()).orElseThrow().state());
        assertEquals(1, replaced(lines("acme.com,ana~,Acme")).added());
        assertEquals(List.of("acme.com ana Acme"), list());
        assertEquals(ImportProgress.State.DONE, asAdmin(() -> service.lastImport()).orElseThrow().state());
    }

    @Test
    void tooLongFilesAreRefusedAsAWhole() throws Exception {
        byte[] file = many(300_000);
        AccountImportReport refused = asAdmin(() -> service.importFile(file));
        assertEquals(List.of(new ImportProblem(0, "TOO_MANY")), refused.problems());
        assertEquals(List.of(), list());
    }

    private byte[] many(int count) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) {
            file.append("company-").append(i * 7919L % 999_983).append(i % 3 == 0 ? ".co.kr," : ".example,")
                .append(i % 2 == 0 ? "ana-" : "ben-")
                .append(mark).append(",Company ").append(i).append('\n');
        }
        return file.toString().getBytes(UTF_8);
    }

    /** Logs how long the longest list takes, and how long one look-up in it takes; a slow machine makes it no failure. */
    @Test
    void theLongestListIsReplacedAndLookedUp() throws Exception {
        byte[] file = many(CompanyAccountService.MOST);
        for (String what : List.of("into an empty list", "once more")) {
            long before = System.nanoTime();
            AccountImportReport report = asAdmin(() -> service.importFile(file));
            assertEquals(CompanyAccountService.MOST, report.added() + report.unchanged(), report.problems().toString());
            LOG.log(Level.INFO, "Imported {0} accounts {1} in {2} ms", new Object[]{CompanyAccountService.MOST, what, millis(before)});
        }
        assertEquals(Refusal.INVALID_FIELD, refusal(() -> asAdmin(() -> service.add("one.more.example", ana, null))));
        assertEquals(CompanyAccountService.MOST, (int) (long) asAdmin(() -> service.size()));
        lookUps();
        long before = System.nanoTime();
        assertArrayEquals("\uFEFFdomain,owner,company\r\n".getBytes(UTF_8), Arrays.copyOf(asAdmin(() -> service.exportFile()), 25));
        LOG.log(Level.INFO, "Exported them in {0} ms", millis(before));
        for (String text : List.of("company 199999", "nothing has it", "ana")) {
            before = System.nanoTime();
            asAdmin(() -> service.list(text, null));
            LOG.log(Level.INFO, "Searched for \"{0}\" in {1} ms", new Object[]{text, millis(before)});
        }
        before = System.nanoTime();
        assertEquals(CompanyAccountService.MOST, replaced(HEADER).removed());
        LOG.log(Level.INFO, "Emptied the list in {0} ms", millis(before));
    }

    private void lookUps() throws Exception {
        String plan = Sql.run("EXPLAIN (ANALYZE, FORMAT JSON) SELECT domain FROM company_account WHERE domain = "
            + "ANY (string_to_array('a.company-1.example company-1.example', ' ')) ORDER BY length(domain) DESC LIMIT 1");
        assertTrue(plan.contains("\"Index Name\": \"company_account_pkey\""), plan);
        LOG.log(Level.INFO, "In the database: {0}", plan.replaceAll("(?s).*(\"Execution Time\": [0-9.]+).*", "$1 ms"));
        long[] nanos = new long[20_000];
        transaction.begin();
        for (int i = -1_000; i < nanos.length; i++) {
            int number = Math.floorMod(i * 31, CompanyAccountService.MOST);
            CompanyDomain domain = new CompanyDomain("a.b.company-" + number * 7919L % 999_983 + (number % 3 == 0 ? ".co.kr" : ".example"));
            long before = System.nanoTime();
            assertTrue(accounts.ownerOf(domain).isPresent());
            nanos[Math.max(i, 0)] = System.nanoTime() - before;
        }
        transaction.commit();
        Arrays.sort(nanos);
        LOG.log(Level.INFO, "One look-up among them takes {0} µs (p50), {1} µs (p99)",
            new Object[]{nanos[nanos.length / 2] / 1_000, nanos[nanos.length * 99 / 100] / 1_000});
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
