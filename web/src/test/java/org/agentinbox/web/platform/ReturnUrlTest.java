package org.agentinbox.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form leads back to our own pages only. */
class ReturnUrlTest {

    @ParameterizedTest
    @ValueSource(
        strings = {"/inbox/", "/inbox/password", "/inbox/?conversation=1&x=%2F%2Fevil.example", "/inbox/admin/agents#new", "/inbox/a%20b"})
    void ourPagesAreLocal(String wanted) {
        assertTrue(ReturnUrl.isLocal(wanted, "/inbox/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/other", "inbox/", "//evil.example", "//evil.example/inbox/", "/\\evil.example", "\\\\evil.example",
        "/inbox/\\..\\..", "https://evil.example/inbox/", "https:evil.example", "https:/inbox/", "javascript:alert(1)", "data:text/html,x",
        "/inbox/../evil", "/inbox/x/../../evil", "/inbox/..", "/inbox/%2e%2e/evil", "/inbox/%2E%2E%2Fevil", "/inbox/.%2e/evil",
        "/inbox/..;/evil",
        "/inbox//evil.example/../../..//evil.example", "/inbox/\nSet-Cookie: a=b", "/inbox/\r\nLocation: x", "/inbox/%0d%0aLocation:x",
        "/inbox/\u0000", "/inboxer/", " /inbox/", "/inbox/ x", "\t//evil.example", "/inbox/%5cevil", "///evil.example"})
    void everythingElseIsNot(String wanted) {
        assertFalse(ReturnUrl.isLocal(wanted, "/inbox/"));
    }

    private static String ofTarget(String target) {
        return ReturnUrl.ofTarget(target, "https://chat.example.com", "/inbox/");
    }

    @Test
    void aTargetIsAnAddressOfOurs() {
        assertEquals("/inbox/profile?a=b", ofTarget("https://chat.example.com/inbox/profile?a=b"));
        assertEquals("/inbox/", ofTarget(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/inbox/profile", "https://chat.example.com", "https://chat.example.com/other",
        "http://chat.example.com/inbox/profile", "https://chat.example.com.evil.example/inbox/profile",
        "https://chat.example.com@evil.example/inbox/profile", "https://chat.example.com:8443/inbox/profile",
        "https://chat.example.com/inbox/../evil", "https://chat.example.com//evil.example/inbox/", "//chat.example.com/inbox/profile",
        "https://evil.example/https://chat.example.com/inbox/profile"})
    void everyOtherTargetIsTheInbox(String target) {
        assertEquals("/inbox/", ofTarget(target));
    }
}
