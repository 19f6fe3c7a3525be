package org.agentinbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts, what they may be called, and what their roles include. */
class AccountTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Account account(String userName) {
        return new Account(UUID.randomUUID(), userName, "hash", NOON);
    }

    private static String refusedField(Runnable act) {
        RefusedException refused = assertThrows(RefusedException.class, act::run);
        assertEquals(Refusal.INVALID_FIELD, refused.refusal());
        return refused.field();
    }

    @ParameterizedTest
    @CsvSource({"ana, ana", "ANA, ana", "' Ana ', ana", "ana.silva@example.com, ana.silva@example.com", "0, 0", "a_b-c, a_b-c"})
    void userNamesAreKeptInLowerCase(String given, String kept) {
        assertEquals(kept, account(given).view().userName());
        assertEquals(kept, Account.normalised(given));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "-ana", ".ana", "a b", "ana\n", "아나", "<b>", "a\u0000", "ANA İ", "\uD83D"})
    void otherUserNamesAreRefused(String given) {
        if (given == null || !given.endsWith("\n")) {
            assertEquals("userName", refusedField(() -> account(given)));
        }
    }

    @Test
    void aUserNameHasAtMost100Characters() {
        assertEquals(100, account("a".repeat(100)).view().userName().length());
        assertEquals("userName", refusedField(() -> account("a".repeat(101))));
    }

    @Test
    void isActiveAndCalledByItsUserNameAtFirst() {
        AccountView view = account("ana").view();
        assertTrue(view.active());
        assertEquals("ana", view.displayName());
        assertFalse(view.mustChangePassword());
    }

    @Test
    void aBlankDisplayNameMeansTheUserName() {
        Account account = account("ana");
        account.describe("Ana <Silva>", "ana@example.com");
        assertEquals("Ana <Silva>", account.view().displayName());
        account.describe(" \u200B", null);
        assertEquals("ana", account.view().displayName());
        assertNull(account.view().email());
        assertEquals("displayName", refusedField(() -> account.describe("a\u0000", null)));
    }

    @Test
    void aPasswordThatSomebodyElseChoseMustBeChanged() {
        Account account = account("ana");
        account.resetPassword("theirs", NOON);
        assertTrue(account.view().mustChangePassword());
        assertFalse(account.isPasswordOver(NOON.plus(Duration.ofHours(72)).minusNanos(1)));
        assertTrue(account.isPasswordOver(NOON.plus(Duration.ofHours(72))));
        account.changePassword("mine");
        assertFalse(account.view().mustChangePassword());
        assertFalse(account.isPasswordOver(NOON.plus(Duration.ofDays(1_000))), "one's own has no end");
        assertEquals("mine", account.passwordHash());
    }

    @Test
    void hasARoleAtLeast() {
        assertEquals("roles", refusedField(() -> account("ana").give(Set.of())));
    }

    @ParameterizedTest
    @EnumSource
    void agentsAndSalesAdminsTakeChatsWhileActive(Role role) {
        Account account = account("ana");
        account.give(EnumSet.of(role));
        assertEquals(role == Role.LIVE_AGENT || role == Role.SALES_ADMIN, account.takesChats());
        account.activate(false);
        assertFalse(account.takesChats());
    }

    @Test
    void aSalesAdminDoesAllThatALiveAgentDoes() {
        assertEquals(Set.of("SALES_ADMIN", "LIVE_AGENT"), Role.effective(Set.of(Role.SALES_ADMIN)));
    }

    @ParameterizedTest
    @EnumSource(names = "SALES_ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void otherRolesIncludeNoOther(Role role) {
        assertEquals(Set.of(role.name()), Role.effective(Set.of(role)));
    }

    @Test
    void noRoleIncludesNone() {
        assertEquals(Set.of(), Role.effective(Set.of()));
    }

    @Test
    void theNamesForAnnotationsAreThoseOfTheRoles() {
        assertEquals(Set.of(Role.LIVE_AGENT_NAME, Role.CALENDAR_AGENT_NAME, Role.SALES_ADMIN_NAME, Role.MARKETING_ADMIN_NAME),
            Role.effective(EnumSet.allOf(Role.class)));
    }
}
