package org.agentinbox.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the audit trail and its file over HTTP: for administrators, and nobody else. */
class AuditPageIT {

    private final Installation installation = Installation.shared();

    private HttpResponse<String> get(String path, String userName) {
        return People.get(installation, path, People.newCookie(installation, userName));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "cal"})
    void othersGetNeitherPageNorFileAndThatIsTold(String userName) {
        assertEquals(403, get("admin/audit", userName).statusCode());
        assertEquals(403, get("admin/audit-file", userName).statusCode());
        Await.until("the refusal is recorded", Duration.ofSeconds(20), () -> !installation.query("SELECT e.id FROM audit_entry e "
            + "JOIN account a ON a.id = e.actor_id WHERE a.user_name = ? AND e.act = 'ACCESS_DENIED' AND e.subject_name = ?", userName,
            "GET /inbox/admin/audit-file").isEmpty());
    }

    @Test
    void signedOutNobodyGetsThem() {
        for (String path : new String[]{"admin/audit", "admin/audit-file"}) {
            String body = People.get(installation, path, "").body();
            assertFalse(body.contains("Audit trail") || body.contains("at,who"), body);
        }
    }

    @Test
    void administratorsReadWhoSignedIn() {
        People.signIn(installation, "sam", "demo");
        String page = get("admin/audit?act=SIGN_IN&who=Sam", "sam").body();
        assertTrue(page.contains("Signed in") && page.contains("<small>127.0.0.1</small>"), page);
        String without = get("admin/audit?act=SIGN_IN", "mia").body();
        assertTrue(without.contains("Signed in") && without.contains("Sam Lindqvist") && !without.contains("<small>127.0.0.1</small>"),
            without);
        HttpResponse<String> file = get("admin/audit-file?act=SIGN_IN", "sam");
        assertEquals("text/csv;charset=UTF-8", file.headers().firstValue("Content-Type").orElse(""));
        assertTrue(file.body().startsWith("at,who,") && file.body().contains(",SIGN_IN,ACCOUNT,"), file.body());
        assertEquals(200, get("admin/audit?act=x&from=0001-01-01&to=9999-12-31&subject=%25&who=%27", "sam").statusCode());
    }
}
