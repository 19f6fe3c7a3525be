package org.agentinbox.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;

import org.agentinbox.platform.OddTexts;
import org.junit.jupiter.api.Test;

class InvitationTextTest {

    @Test
    void tokensAreFilledOnceAndWhatIsMissingLeavesNothing() {
        Map<String, String> values = Map.of("visitor.name", "{agent.name} $1 \\", "agent.name", "Ana");
        assertEquals("Dear {agent.name} $1 \\,\nAna of\n{other}",
            InvitationText.fill("Dear {visitor.name},\n{agent.name} of {visitor.company}\n{other}", values));
    }

    @Test
    void aTokenThatIsNoneIsFound() {
        assertEquals(Optional.of("{visitor.naem}"), InvitationText.firstUnknown("Dear {visitor.naem}, {json: 1}"));
        assertTrue(InvitationText.firstUnknown("Dear {visitor.name}: {meeting.time} {meeting.link}").isEmpty());
    }

    @Test
    void longRunsOfWhiteSpaceTakeTheirTimeInProportion() {
        for (String part : new String[]{" ", "\t", " \t", "{visitor.name}", "{visitor.", " x"}) {
            OddTexts.assertGrowsWithLength(part, text -> InvitationText.fill(text, Map.of()));
        }
    }
}
