package org.agentinbox.summary.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Email addresses and phone numbers go, whatever is around them; other numbers stay. */
class RedactionTest {

    /** 9 is any digit. */
    private static final String[] PHONES = {"010-9999-9999", "010 9999 9999", "010.9999.9999", "01099999999", "(010)9999-9999",
        "02-999-9999", "02)999-9999", "02 9999 9999",
        "031-999-9999", "0319999999", "070-9999-9999", "+82 10-9999-9999", "+821099999999", "+82 (0)10 9999 9999", "82-10-9999-9999",
        "1588-9999", "1544 9999", "080-999-9999",
        "０１０－９９９９－９９９９", "+1 (999) 999-9999", "1-800-999-9999", "(999) 999-9999", "999-999-9999", "999.999.9999", "999-9999",
        "+44 20 7999 9999", "020 7999 9999",
        "07999 999999", "+49 30 9999999", "030/9999999", "0049 171 9999999", "0171-9999999", "+33 1 99 99 99 99", "01 99 99 99 99",
        "+81-90-9999-9999", "090-9999-9999",
        "+86 139 9999 9999", "+91 99999 99999", "9999999999", "+61 4 9999 9999", "+34 699 999 999", "+358 40 9999999",
        "010\u00a09999\u00a09999", "010\u20119999\u20119999",
        "010 - 9999 - 9999", "010\u200b-9999-9999"};

    @Provide
    Arbitrary<String> phones() {
        return Combinators.combine(Arbitraries.of(PHONES), Arbitraries.longs()).as((form, seed) -> {
            Random random = new Random(seed);
            StringBuilder number = new StringBuilder();
            form.codePoints()
                .forEach(c -> number.appendCodePoint(c == '9' ? '2' + random.nextInt(8) : c == '９' ? '２' + random.nextInt(8) : c));
            return number.toString();
        });
    }

    @Provide
    Arbitrary<String> emails() {
        Arbitrary<String> local = Arbitraries.of("vera", "vera.lind", "v+news", "vera_lind-2", "김영희", "x", "o'hara", "v.%tag",
            "010-1234-5678");
        Arbitrary<String> domain = Arbitraries.of("nordbio.example", "mail.nordbio.co.kr", "회사.한국", "a-b.example.com", "localhost",
            "NORDBIO.EXAMPLE");
        return Combinators.combine(local, domain).as((l, d) -> l + "@" + d);
    }

    @Provide
    Arbitrary<String> around() {
        return Arbitraries.of("", " ", "Call me: ", "번호는 ", "로 연락 주세요.", ", please", ".", "\n", "tel:", "“", "” (mobile)", "!",
            "order 4411 ", "\t", ": ", "<b>", "입니다");
    }

    @Property(tries = 3000)
    void phoneNumbersGo(@ForAll("phones") String phone, @ForAll("around") String before, @ForAll("around") String after) {
        String left = Redaction.of(before + phone + after);
        assertTrue(left.contains(Redaction.PHONE), left);
        assertFalse(left.contains(phone), left);
        String tail = phone.substring(phone.length() - 4);
        assertFalse(left.contains(tail), "the end of " + phone + " is left in " + left);
        assertEquals(left, Redaction.of(left), "once is enough");
    }

    @Property(tries = 1000)
    void emailAddressesGo(@ForAll("emails") String email, @ForAll("around") String before, @ForAll("around") String after) {
        String left = Redaction.of(before + email + after);
        assertTrue(left.contains(Redaction.EMAIL), left);
        assertFalse(left.contains("@") || left.contains("nordbio") || left.contains("lind"), left);
        assertEquals(left, Redaction.of(left), "once is enough");
    }

    @Property(tries = 500)
    void severalGo(@ForAll("phones") String one, @ForAll("emails") String two, @ForAll("phones") String three) {
        assertEquals("a [phone], [email] oder [phone]!", Redaction.of("a " + one + ", " + two + " oder " + three + "!"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on 2026-11-23 at 14:30", "2026.11.23 14:30", "23.11.2026", "11/23/2026", "2026/1/5 - 2026/1/9",
        "from 9:00 to 17:30", "09.00 - 17.00", "9.30-17.00",
        "1,250,000원", "1.250.000 euros", "39.90 EUR", "order 4411", "order 123456", "order A-20261", "version 2.10.3",
        "50 users, 3 licences", "30%", "2019-2025", "2024/25", "room 12, floor 3",
        "10-12 days", "A4 80 g", "x@", "@vera", "a @ b", "1 2 3", "24/7", "100-200 pieces", "ISO 27001"})
    void whatIsSomethingElseStays(String text) {
        assertEquals(text, Redaction.of(text));
    }

    @Test
    void longTextsTakeNoTime() {
        assertTimeout(Duration.ofSeconds(2), () -> {
            for (String part : new String[]{"a", "1", "1 ", "a.", "@", "a@", "+", "1-", "(1) ", "20", "2026-11-2"}) {
                Redaction.of(part.repeat(5_000));
            }
        });
    }
}
