package org.agentinbox.web.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/assets/../password", "/assets/..;/password", "/..", "/a/.", "/./a", "/a/..;x=1/b", "/a\\..\\b"})
    void aDetourIsRefused(String path) {
        assertFalse(PlainPaths.isPlain(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1//me", "/signin;x=1", "/assets/a..b.css", "/...", "/.well-known/x", "/assets/inbox/main.js"})
    void allElseGoesOn(String path) {
        assertTrue(PlainPaths.isPlain(path));
    }
}
