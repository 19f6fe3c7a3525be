package org.agentinbox.companyaccount;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.agentinbox.platform.list.ImportProblem;
import org.agentinbox.platform.list.ListFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of the account list comes back as it was written, and says what is wrong with it. */
class AccountFileTest {

    private static final Owner ANA = owner("ana", "Ana@inbox.example");
    private static final Owner BEN = owner("ben", "team@inbox.example");
    private static final Owner CHAE = owner("chae", "Team@inbox.example");
    /** Somebody whose user name is somebody else's email address. */
    private static final Owner ODD = owner("ana@inbox.example", null);
    private static final String HEADER = "domain,owner,company\n";

    private static Owner owner(String userName, String email) {
        return new Owner(UUID.nameUUIDFromBytes(userName.getBytes(UTF_8)), userName, userName, email, OwnerState.TAKES_CHATS);
    }

    private static ListFile<AccountFile.Row> read(byte[] file, Owner... owners) {
        return AccountFile.read(file, new OwnerNames(List.of(owners)), lines -> {});
    }

    private static ListFile<AccountFile.Row> read(String file) {
        return read(file.getBytes(UTF_8), ANA, BEN, CHAE);
    }

    private static List<String> rows(String file) {
        ListFile<AccountFile.Row> read = read(file);
        assertEquals(List.of(), read.problems());
        return read.rows().stream().map(row -> row.domain().name() + " " + row.owner().userName() + " " + row.company()).toList();
    }

    private static List<ImportProblem> problems(String line) {
        return read(HEADER + line).problems();
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain,owner,company\nAcme.com,ana,\"Acme, Inc.\"\n한국전자.kr, ANA@inbox.example ,\n",
        "\uFEFFDomain , OWNER,company\r\n\"acme.com.\",Ana,\"Acme, Inc.\"\r\n\r\nxn--3e0br90c6jam96b.kr,ana,\" \"",
        "\uFEFFdomain;owner;company\r\nacme.com;ana;Acme, Inc.\r\nwww.한국전자.kr;ana;\r\n"})
    void filesOfDifferentProgramsSayTheSame(String file) {
        assertEquals(List.of("acme.com ana Acme, Inc.", "xn--3e0br90c6jam96b.kr ana null"), rows(file));
    }

    @Test
    void aUserNameComesBeforeAnAddress() {
        ListFile<AccountFile.Row> read = read((HEADER + "acme.com,ana@inbox.example,").getBytes(UTF_8), ANA, ODD);
        assertEquals(ODD, read.rows().get(0).owner());
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        List<CompanyAccountView> accounts = List.of(new CompanyAccountView("acme.com", "acme.com", "=HYPERLINK(\"x\")", ANA),
            new CompanyAccountView("xn--3e0br90c6jam96b.kr", "한국전자.kr", null, BEN),
            new CompanyAccountView("b.example", "b.example", "a;=1", ANA));
        String file = new String(AccountFile.write(accounts.stream()), UTF_8);
        assertEquals(
            "\uFEFFdomain,owner,company\r\nacme.com,ana,\"'=HYPERLINK(\"\"x\"\")\"\r\n한국전자.kr,ben,\"\"\r\nb.example,ana,\"a;=1\"\r\n",
            file);
        assertEquals(List.of("acme.com ana =HYPERLINK(\"x\")", "xn--3e0br90c6jam96b.kr ben null", "b.example ana a;=1"), rows(file));
        assertEquals(List.of(), rows(new String(AccountFile.write(Stream.empty()), UTF_8)));
    }

    @Test
    void eachWrongLineIsNamedWithItsReason() {
        assertEquals(List.of(new ImportProblem(2, AccountFile.Wrong.NOT_A_DOMAIN)), problems("acme,ana,Acme"));
        assertEquals(List.of(new ImportProblem(2, AccountFile.Wrong.NOT_A_DOMAIN)), problems(",ana,Acme"));
        assertEquals(List.of(new ImportProblem(2, AccountFile.Wrong.WILDCARD)), problems("*.acme.com,ana,Acme"));
        assertEquals(List.of(new ImportProblem(2, AccountFile.Wrong.PUBLIC_SUFFIX)), problems("co.kr,ana,Acme"));
        assertEquals(List.of(new ImportProblem(2, AccountFile.Wrong.FREE_MAIL)), problems("naver.com,ana,Naver"));
        assertEquals(List.of(new ImportProblem(2, AccountFile.Wrong.OWNER)), problems("acme.com,dora,Acme"));
        assertEquals(List.of(new ImportProblem(2, AccountFile.Wrong.OWNER)), problems("acme.com,,Acme"));
        assertEquals(List.of(new ImportProblem(2, AccountFile.Wrong.OWNER_AMBIGUOUS)), problems("acme.com,team@INBOX.example,Acme"));
        assertEquals(List.of(new ImportProblem(2, AccountFile.Wrong.COMPANY)), problems("acme.com,ana," + "x".repeat(201)));
        assertEquals(List.of(new ImportProblem(2, AccountFile.Wrong.COMPANY)), problems("acme.com,ana,\"a\nb\""));
        assertEquals(List.of(new ImportProblem(2, ListFile.Wrong.CELLS)), problems("acme.com,ana"));
        assertEquals(List.of(new ImportProblem(3, ListFile.Wrong.TWICE)), problems("acme.com,ana,\nwww.ACME.com.,ben,"));
        assertEquals(List.of(new ImportProblem(1, ListFile.Wrong.HEADER)), read("domain;owner,company\n").problems());
        assertTrue(read(new byte[]{(byte) 0xC3, 0x28}).problems().contains(new ImportProblem(0, ListFile.Wrong.NOT_UTF8)));
    }

    @Test
    void theFirstHundredAreNamedAndAllAreCounted() {
        String file = HEADER + IntStream.range(0, 300).mapToObj(i -> "com,ana,x\n").collect(Collectors.joining());
        ListFile<AccountFile.Row> read = read(file);
        assertEquals(300, read.wrong());
        assertEquals(100, read.problems().size());
        assertEquals(new ImportProblem(101, AccountFile.Wrong.PUBLIC_SUFFIX), read.problems().get(99));
    }

    @Test
    void asManyFitAsTheListTakesAndNotOneMore() {
        String full = HEADER + IntStream.range(0, CompanyAccountService.MOST).mapToObj(i -> "c" + i + ".example,ana,x\n")
            .collect(Collectors.joining());
        List<Integer> told = new ArrayList<>();
        ListFile<AccountFile.Row> read = AccountFile.read(full.getBytes(UTF_8), new OwnerNames(List.of(ANA)), told::add);
        assertEquals(List.of(), read.problems());
        assertEquals(CompanyAccountService.MOST, read.rows().size());
        assertTrue(told.size() > 50, told.toString());
        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(List.of(new ImportProblem(0, ListFile.Wrong.TOO_MANY)), read(full + "one.example,ana,more\n").problems());
        assertEquals(List.of(new ImportProblem(0, ListFile.Wrong.TOO_BIG)),
            read(new byte[CompanyAccountService.MOST_BYTES + 1]).problems());
    }
}
