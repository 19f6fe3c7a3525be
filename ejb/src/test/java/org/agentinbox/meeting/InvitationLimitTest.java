package org.agentinbox.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses lead to the same mailbox. */
class InvitationLimitTest {

    @ParameterizedTest
    @CsvSource({"vera@x.example, vera@x.example", "Vera@X.Example, vera@x.example", "vera+1@x.example, vera@x.example",
        "vera+a+b@x.example, vera@x.example", "+vera@x.example, +vera@x.example", "vera@x+y.example, vera@x+y.example",
        "ve.ra@x.example, ve.ra@x.example", "nonsense, nonsense", "+, +"})
    void spellingsOfOneMailbox(String typed, String mailbox) {
        assertEquals(mailbox, InvitationLimit.mailbox(typed));
    }
}
