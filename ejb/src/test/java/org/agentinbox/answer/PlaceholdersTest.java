package org.agentinbox.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    @Test
    void allThatCanBeFilledMayStand() {
        assertEquals(Optional.empty(), Placeholders.firstUnknown("{visitor.name} {visitor.company} {visitor.email} {agent.name}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{visitor.nmae}", "{visitor.}", "{agent.email}", "{Visitor.Name}", "{ visitor.name }", "{visitor.name.first}",
        "{방문자 {agent.mail}"})
    void whatWasMeantAsOneAndIsNoneIsFound(String text) {
        String unknown = text.substring(text.lastIndexOf('{'));
        assertEquals(Optional.of(unknown), Placeholders.firstUnknown("Hello {visitor.name}, " + text + " {visitor.other}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"visitor\": 1}", "if (visitor.name) { agent(); }", "{name}", "{visitor}", "{{}}"})
    void otherBracesArePlainText(String text) {
        assertEquals(Optional.empty(), Placeholders.firstUnknown(text));
    }
}
