package org.agentinbox.web.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;

import org.agentinbox.platform.JsonApi;
import org.agentinbox.web.platform.Bundles;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;

/** Tests how the audit trail tells changes. */
class ChangeTextsTest {

    private static JsonObject json(String text) {
        return JsonApi.JSON.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }

    private static List<ChangeLine> lines(Locale locale, String before, String after) {
        return new ChangeTexts(Bundles.bundle("pages", locale)).lines(before == null ? null : json(before),
            after == null ? null : json(after));
    }

    @Test
    void rolesAndFlagsAreWordsAndOtherValuesStayAsTheyAre() {
        assertEquals(List.of(new ChangeLine("Roles", "Live agent", "Live agent, Sales admin"), new ChangeLine("Active", "yes", "no"),
            new ChangeLine("Name", "SALES_ADMIN", null)),
            lines(Locale.ENGLISH, "{'roles':['LIVE_AGENT'],'active':true,'name':'SALES_ADMIN'}",
                "{'roles':['LIVE_AGENT','SALES_ADMIN'],'active':false}"));
        assertEquals("영업 관리자", lines(Locale.KOREAN, null, "{'roles':['SALES_ADMIN']}").get(0).after());
    }

    @Test
    void whoIsNamedIsToldByNameAndASecretNotAtAll() {
        assertEquals(List.of(new ChangeLine("Agent", null, "Ana Silva")),
            lines(Locale.ENGLISH, null, "{'agentId':{'id':'0000','name':'Ana Silva'}}"));
        assertEquals("(changed, not shown)", lines(Locale.ENGLISH, "{}", "{'password':{'secret':true}}").get(0).after());
    }

    @Test
    void membersWithinOthersAreToldOneByOne() {
        assertEquals(List.of(new ChangeLine("Routing · Agent", "Ana", "Ben")),
            lines(Locale.ENGLISH, "{'routing':{'agentId':{'id':'1','name':'Ana'}}}", "{'routing':{'agentId':{'id':'2','name':'Ben'}}}"));
    }
}
