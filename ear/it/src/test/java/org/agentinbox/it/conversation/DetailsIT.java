package org.agentinbox.it.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests who gets the parts beside a conversation, and which. */
class DetailsIT {

    private static final String ALL = "facts activities summary-lines";
    private static final String EMAIL = "@customer.example";
    /** As that of a page's content security policy. */
    private static final String NONCE = Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(UTF_8));

    private final Installation installation = Installation.shared();
    private Chat chat;

    @BeforeEach
    void aChat() {
        People.nobodyIsAvailable(installation);
        chat = Chat.begin(installation, "ana");
    }

    @AfterEach
    void end() {
        chat.close();
        People.nobodyIsAvailable(installation);
    }

    private HttpResponse<String> ask(String userName, String conversation, String parts, String more) {
        return askWith(NONCE, userName, conversation, parts, more);
    }

    private HttpResponse<String> askWith(String nonce, String userName, String conversation, String parts, String more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve("parts?c=" + conversation
            + "&jakarta.faces.partial.ajax=true&jakarta.faces.partial.render=" + parts.replace(' ', '+') + "&primefaces.nonce=" + nonce
            + more))
            .header("Faces-Request", "partial/ajax");
        if (userName != null) {
            request.header("Cookie", People.cookie(installation, userName));
        }
        return People.call(request);
    }

    @Test
    void onlyThePartsAskedForAreRendered() {
        assertTrue(ask("ana", chat.id(), ALL, "").body().contains(EMAIL));
        for (String part : ALL.split(" ")) {
            String body = ask("ana", chat.id(), part, "").body();
            assertTrue(body.contains("<update id=\"" + part + "\">"), body);
            assertEquals("facts".equals(part), body.contains(EMAIL), body);
            assertEquals("activities".equals(part), body.contains("activity-row"), body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben", "cal", "mia"})
    void anotherPersonsChatShowsNothing(String userName) {
        HttpResponse<String> answer = ask(userName, chat.id(), ALL, "");
        assertFalse(answer.body().contains(EMAIL), answer.body());
        assertFalse(answer.body().contains("data-conversation=\"" + chat.id()), answer.body());
    }

    @Test
    void whoIsNotSignedInIsLedThere() {
        String body = ask(null, chat.id(), ALL, "").body();
        assertTrue(body.contains("<redirect url=\"/inbox/signin"), body);
        assertFalse(body.contains(EMAIL), body);
    }

    @ParameterizedTest
    @CsvSource({"x", "' '", "00000000-0000-0000-0000-000000000000"})
    void whatIsNoConversationShowsNothing(String id) {
        HttpResponse<String> answer = ask("ana", id.strip(), ALL, "");
        assertEquals(200, answer.statusCode());
        assertFalse(answer.body().contains("data-conversation"), answer.body());
    }

    @Test
    void aCursorThatIsNoneIsNoErrorOfTheServer() {
        for (String before : List.of("x", "%00", "1".repeat(500))) {
            HttpResponse<String> answer = ask("ana", chat.id(), "activities", "&before=" + before);
            assertTrue(answer.statusCode() < 500, answer.statusCode() + " " + answer.body());
            assertFalse(answer.body().contains("Exception"), answer.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "eA=="})
    void whatNoPageSendsIsABadRequest(String nonce) throws IOException {
        HttpResponse<String> answer = askWith(nonce, "ana", chat.id(), ALL, "");
        assertEquals(400, answer.statusCode());
        assertEquals("", answer.body());
        assertFalse(Files.readString(installation.server().log()).contains("CspException"));
    }

    @Test
    void thePageItselfLeadsToTheInbox() {
        HttpResponse<String> page = People.get(installation, "parts?c=" + chat.id(), People.cookie(installation, "ana"));
        assertEquals(302, page.statusCode());
        assertEquals("/inbox/?c=" + chat.id(), page.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", ""));
        String gone = UUID.randomUUID().toString();
        assertEquals("/inbox/", People.get(installation, "parts?c=" + gone, People.cookie(installation, "ana")).headers()
            .firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", ""));
    }
}
