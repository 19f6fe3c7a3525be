package org.agentinbox.companyaccount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.agentinbox.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CompanyDomainTest {

    private static DomainProblem problem(String typed) {
        UnusableDomainException refused = assertThrows(UnusableDomainException.class, () -> new CompanyDomain(typed), typed);
        assertEquals(Refusal.INVALID_FIELD, refused.refusal());
        assertEquals("domain", refused.field());
        return refused.problem();
    }

    private static String ofEmail(String email) {
        return CompanyDomain.ofEmail(email).map(CompanyDomain::name).orElse(null);
    }

    private static String ofCompany(String company) {
        return CompanyDomain.ofCompany(company).map(CompanyDomain::name).orElse(null);
    }

    @ParameterizedTest
    @CsvSource({"acme.com,acme.com", "' ACME.Com. ',acme.com", "a.B.acme.co.kr,a.b.acme.co.kr", "www.acme.com,acme.com",
        "www.ck,www.ck", "wwwacme.com,wwwacme.com", "한국전자.kr,xn--3e0br90c6jam96b.kr", "한국전자.한국,xn--3e0br90c6jam96b.xn--3e0b707e",
        "BÜCHER.de,xn--bcher-kva.de", "xn--bcher-kva.de,xn--bcher-kva.de", "acme。com,acme.com", "ａｃｍｅ.com,acme.com",
        "nordbio.example,nordbio.example", "city.kobe.jp,city.kobe.jp", "acme.github.io,acme.github.io", "3m.com,3m.com",
        "1and1.com,1and1.com"})
    void itIsKeptInOneForm(String typed, String kept) {
        assertEquals(kept, new CompanyDomain(typed).name());
        assertEquals(new CompanyDomain(kept), new CompanyDomain(typed));
    }

    @ParameterizedTest
    @CsvSource({"한국전자.한국,한국전자.한국", "BÜCHER.de,bücher.de", "acme.com,acme.com", "xn--strae-oqa.de,xn--strae-oqa.de"})
    void itIsShownInTheLettersOfItsLanguage(String typed, String shown) {
        assertEquals(shown, new CompanyDomain(typed).display());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
        strings = {"", " ", ".", "acme", "localhost", "192.168.0.1", "[::1]", "acme..com", "-acme.com", "acme-.com", "ac me.com", "a_b.com",
            "vera@acme.com", "https://acme.com", "acme.com/", "acme.com:443", ".acme.com", "acme.c", "straße.de", "a\u0000b.com",
            "a\uD800.com", "xn--.com",
            "a*.acme.com", "*"})
    void whatIsNoDomainIsRefused(String typed) {
        assertEquals(DomainProblem.NOT_A_DOMAIN, problem(typed));
    }

    @Test
    void tooLongNamesAreRefused() {
        assertEquals("a".repeat(63) + ".com", new CompanyDomain("a".repeat(63) + ".com").name());
        assertEquals(DomainProblem.NOT_A_DOMAIN, problem("a".repeat(64) + ".com"));
        assertEquals(253, new CompanyDomain("a.".repeat(125) + "com").name().length());
        assertEquals(DomainProblem.NOT_A_DOMAIN, problem("a.".repeat(126) + "com"));
        assertEquals(DomainProblem.NOT_A_DOMAIN, problem("한".repeat(100) + ".com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.acme.com", " *.acme.com", "*.com"})
    void wildcardsAreNotNeeded(String typed) {
        assertEquals(DomainProblem.WILDCARD, problem(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"com", "kr", "한국", "co.kr", "CO.KR.", "github.io", "foo.ck", "a.kobe.jp", "s3.amazonaws.com", "公司.cn"})
    void aPublicSuffixIsNobodys(String typed) {
        assertEquals(DomainProblem.PUBLIC_SUFFIX, problem(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "Naver.com", "hanmail.net", "daum.net", "kakao.com", "outlook.com", "outlook.kr", "yahoo.com",
        "yahoo.co.jp",
        "yahoo.com.br", "mail.yahoo.co.jp", "sub.gmail.com", "gmx.at", "www.gmail.com", "hotmail.co.uk"})
    void atFreeMailDomainsIsNoCompany(String typed) {
        assertEquals(DomainProblem.FREE_MAIL, problem(typed));
        assertNull(ofEmail("vera@" + typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yahoo-group.com", "notgmail.com", "gmail.acme.com", "yahoo.acme.com", "kakaocorp.com", "navercorp.com",
        "live.acme.com"})
    void otherDomainsOnlySoundLikeThem(String typed) {
        assertEquals(typed, new CompanyDomain(typed).name());
    }

    @Test
    void anEmailAddressHasTheDomainAfterItsLastSign() {
        assertEquals("acme.com", ofEmail("Vera.Lind@ACME.com"));
        assertEquals("mail.acme.co.kr", ofEmail("vera@mail.acme.co.kr"));
        assertEquals("acme.com", ofEmail("\"a@b.org\"@acme.com"));
        assertEquals("xn--3e0br90c6jam96b.kr", ofEmail("vera@한국전자.kr"));
        for (String unusable : List.of("", "vera", "@acme.com", "vera@", "vera@localhost", "vera@[127.0.0.1]", "vera@com",
            "vera@acme.com x")) {
            assertNull(ofEmail(unusable), unusable);
        }
        assertEquals(Optional.empty(), CompanyDomain.ofEmail(null));
    }

    @Test
    void aCompanyIsADomainWhereItIsWrittenAsOne() {
        assertEquals("acme.com", ofCompany(" Acme.com "));
        assertEquals("acme.com", ofCompany("https://www.acme.com/about?x=1"));
        assertEquals("acme.com", ofCompany("http://acme.com:8080"));
        for (String name : List.of("", "Acme", "Acme Inc.", "acme com", "Dr. Oetker", "naver.com", "vera@acme.com", "ftp://acme.com",
            "co.kr")) {
            assertNull(ofCompany(name), name);
        }
        assertEquals(Optional.empty(), CompanyDomain.ofCompany(null));
    }

    @Test
    void itIsFoundByAllThatIsAboveItUpToTheRegisteredName() {
        assertEquals(List.of("a.b.acme.co.kr", "b.acme.co.kr", "acme.co.kr"), new CompanyDomain("a.b.acme.co.kr").upwards());
        assertEquals(List.of("acme.com"), new CompanyDomain("acme.com").upwards());
        assertEquals(List.of("a.acme.github.io", "acme.github.io"), new CompanyDomain("a.acme.github.io").upwards());
        assertEquals(List.of("a.xn--3e0br90c6jam96b.xn--3e0b707e", "xn--3e0br90c6jam96b.xn--3e0b707e"),
            new CompanyDomain("a.한국전자.한국").upwards());
    }

    @Provide
    Arbitrary<String> domains() {
        Arbitrary<String> label = Arbitraries.strings().withCharRange('a', 'z').withCharRange('0', '9').withChars("-한국ÄÖé").ofMinLength(1)
            .ofMaxLength(9);
        Arbitrary<String> end = Arbitraries.of("com", "co.kr", "de", "한국", "github.io", "kobe.jp", "example", "gmail.com", "yahoo.fr");
        return Combinators.combine(label.list().ofMinSize(1).ofMaxSize(4), end)
            .as((labels, suffix) -> String.join(".", labels) + "." + suffix);
    }

    @Property
    void whatIsKeptIsKeptAgainAndShownAsWhatCanBeTyped(@ForAll("domains") String typed) {
        CompanyDomain.ofEmail("x@" + typed).ifPresent(domain -> {
            assertEquals(domain, new CompanyDomain(domain.name()));
            assertEquals(domain, new CompanyDomain(domain.display()));
            assertEquals(domain, new CompanyDomain(typed.toUpperCase()));
            assertTrue(
                domain.upwards().stream().allMatch(above -> new CompanyDomain(above).name().equals(above) || above.startsWith("www.")));
        });
    }

    @Property
    void nothingTypedFailsInAnotherWay(@ForAll String typed) {
        assertTrue(CompanyDomain.ofEmail("x@" + typed).map(domain -> domain.name().matches("[a-z0-9.-]{4,253}")).orElse(true));
        CompanyDomain.ofCompany(typed);
    }
}
