package org.agentinbox.web.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Letters and colours of people without a picture, as the scripts make them. */
class NamesTest {

    @Test
    void initials() {
        assertEquals("VL", Names.initials("Vera Lind"));
        assertEquals("VS", Names.initials("  Vera van der Sar "));
        assertEquals("V", Names.initials("Vera"));
        assertEquals("김민", Names.initials("김민준"));
        assertEquals("?", Names.initials("  "));
        assertEquals("😀B", Names.initials("😀 B"));
    }

    @Test
    void aTextIsNotCutWithinALetter() {
        assertEquals("abc", Names.begin("abc", 3));
        assertEquals("ab", Names.begin("abc", 2));
        assertEquals("a", Names.begin("ae\u0301b", 2));
        assertEquals("a", Names.begin("a😀b", 2));
    }

    @Test
    void pathsOfPages() {
        assertEquals("/pricing?plan=2", PagePath.of("https://www.customer.example/pricing?plan=2#top"));
        assertEquals("/", PagePath.of("https://www.customer.example"));
        assertEquals("javascript:alert(1)", PagePath.of("javascript:alert(1)"));
        assertEquals("https://no such", PagePath.of("https://no such"));
    }
}
