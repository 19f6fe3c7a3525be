package org.agentinbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInRightsTest {

    private static final Set<String> NOTHING_YET = Set.of(Role.PASSKEY_REQUIRED_NAME);

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"SALES_ADMIN", "MARKETING_ADMIN"})
    void anAdministratorsPasswordIsNotEnoughWhereAPasskeyIsRequired(Role role) {
        assertEquals(NOTHING_YET, SignInRights.of(Set.of(role), false, true));
        assertEquals(NOTHING_YET, SignInRights.of(Set.of(role, Role.CALENDAR_AGENT), false, true));
        assertEquals(Role.effective(Set.of(role)), SignInRights.of(Set.of(role), true, true));
        assertEquals(Role.effective(Set.of(role)), SignInRights.of(Set.of(role), false, false));
    }

    @Test
    void othersNeedNone() {
        assertEquals(Set.of("LIVE_AGENT"), SignInRights.of(Set.of(Role.LIVE_AGENT), false, true));
        assertEquals(Set.of("CALENDAR_AGENT"), SignInRights.of(Set.of(Role.CALENDAR_AGENT), false, true));
    }
}
