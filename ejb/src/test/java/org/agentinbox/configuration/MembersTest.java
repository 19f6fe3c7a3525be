package org.agentinbox.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;

import jakarta.json.Json;

class MembersTest {

    private final Problems problems = new Problems();

    private Members members(String json) {
        return new Members(Json.createReader(new StringReader(json.replace('\'', '"'))).readObject(), problems);
    }

    private List<String> told() {
        return problems.told().stream().map(problem -> problem.pointer() + " " + problem.reason()
            + (problem.refused() == null ? "" : " " + problem.refused())).toList();
    }

    @Test
    void whatIsMissingOrNullIsTakenAsMissing() {
        Members members = members("{'text':null}");
        assertNull(members.text("text"));
        assertEquals(true, members.flag("flag", true));
        assertEquals(3, members.count("count", 3));
        assertEquals(TimeUnit.DAYS, members.name("unit", TimeUnit.class, TimeUnit.DAYS));
        assertEquals(Set.of(), members.texts("texts", (text, place) -> text));
        assertEquals(List.of(), members.objects("objects"));
        assertNull(members.object("object").text("inside"));
        members.tellUnknown();
        assertEquals(List.of(), told());
        assertNull(members.wantedText("text"));
        assertEquals(List.of("/text MISSING_MEMBER"), told());
    }

    @Test
    void otherTypesAreToldEach() {
        Members members = members("{'text':1,'flag':'true','count':1.5,'unit':'YEARS','texts':['a',2,null],'objects':[{},[]],'object':[]}");
        members.text("text");
        members.flag("flag", true);
        members.count("count", 0);
        members.name("unit", TimeUnit.class, TimeUnit.DAYS);
        members.texts("texts", (text, place) -> text);
        members.objects("objects");
        members.object("object");
        assertEquals(List.of("/text WRONG_TYPE", "/flag WRONG_TYPE", "/count WRONG_TYPE", "/unit UNKNOWN_NAME", "/texts/1 WRONG_TYPE",
            "/texts/2 WRONG_TYPE", "/objects/1 WRONG_TYPE", "/object WRONG_TYPE"), told());
    }

    @Test
    void whatNobodyHasAskedForIsUnknown() {
        Members members = members("{'a':{'b':[{'c':1,'d/~':2}],'e':1},'f':1}");
        members.object("a").objects("b").get(0).count("c", 0);
        members.tellUnknown();
        assertEquals(List.of("/f UNKNOWN_MEMBER", "/a/e UNKNOWN_MEMBER", "/a/b/0/d~1~0 UNKNOWN_MEMBER"), told());
    }

    @Test
    void whatCannotBeStoredIsToldWhereItIs() {
        Members members = members("{'a':'x\\u0000','b':'\\ud83d','c':['\\udc00\\ud800'],'d':'\\ud83d\\ude00'}");
        members.text("a");
        members.text("b");
        members.texts("c", (text, place) -> text);
        assertEquals("\uD83D\uDE00", members.text("d"));
        assertEquals(List.of("/a INVALID_CHARACTERS", "/b INVALID_CHARACTERS", "/c/0 INVALID_CHARACTERS"), told());
    }

    @Test
    void whatAFeatureRefusesIsToldAtItsPlace() {
        List<Members> items = members("{'teams':[{'a':1},{'a':2},{'a':'x'}]}").items(Section.TEAMS, 5);
        assertNull(items.get(0).make(() -> {
            throw RefusedException.ofField("lead", "one of the members");
        }, Map.of("lead", "inside/lead")));
        assertEquals("made", items.get(1).make(() -> "made", Map.of()));
        items.get(2).count("a", 0);
        assertNull(items.get(2).make(() -> "made", Map.of()), "not where something is wrong already");
        assertEquals(List.of("/teams/0/inside/lead INVALID teams.lead", "/teams/2/a WRONG_TYPE"), told());
    }

    @Test
    void ofTooManyItemsNoneIsRead() {
        assertEquals(List.of(), members("{'teams':[{},{},{}]}").items(Section.TEAMS, 2));
        assertEquals(List.of("/teams TOO_MANY"), told());
    }

    @Test
    void linesAreOfOneLine() {
        Members members = members("{'a':' x ','b':' ','c':'a\\nb','d':'1234'}");
        assertEquals("x", members.wantedLine("a", 3));
        assertNull(members.wantedLine("b", 3));
        assertNull(members.wantedLine("c", 3));
        assertNull(members.wantedLine("d", 3));
        assertEquals(3, problems.count());
    }

    @Test
    void onlyTheFirstHundredProblemsAreTold() {
        for (int i = 0; i < 150; i++) {
            members("{}").want("x");
        }
        assertEquals("150 100", problems.count() + " " + told().size());
    }
}
