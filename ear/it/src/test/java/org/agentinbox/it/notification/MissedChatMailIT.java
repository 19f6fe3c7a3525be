package org.agentinbox.it.notification;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.PastChats;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.agentinbox.it.support.TestPorts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/**
 * Tests that a missed chat sends an email to those concerned, even if the mail server fails for a while. The mail server here requires a
 * user name and a password, and offers expire after 2 s.
 */
class MissedChatMailIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int SMTP = TestPorts.free();
    private static final String USER = "inbox";
    private static final String PASSWORD = "p4ss wörd";
    private static Installation installation;
    private final GreenMail mailServer = new GreenMail(new ServerSetup(SMTP, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeAll
    static void start() {
        installation = Installation.start("mail", Map.of("agentinbox.demo", "true", "agentinbox.offer.timeout", "PT2S",
            "agentinbox.mail.from", "상담 센터 <inbox@example.com>", "agentinbox.url", "https://chat.example.com/inbox",
            "env.AGENTINBOX_SMTP_HOST", "127.0.0.1", "env.AGENTINBOX_SMTP_PORT", Integer.toString(SMTP),
            "env.AGENTINBOX_SMTP_USER", USER, "env.AGENTINBOX_SMTP_PASSWORD", PASSWORD, "env.AGENTINBOX_SMTP_STARTTLS", "false"));
        installation
            .query("UPDATE account SET email = user_name || '@example.com', locale = CASE user_name WHEN 'chae' THEN 'ko' ELSE 'en' END");
        installation.query("UPDATE account SET email = NULL WHERE user_name = 'ben'");
        installation
            .query("UPDATE agent SET time_zone = 'Asia/Seoul' WHERE account_id = (SELECT id FROM account WHERE user_name = 'chae')");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @BeforeEach
    void nobodyIsAvailable() {
        mailServer.setUser("inbox@example.com", USER, PASSWORD);
        installation.query("DELETE FROM outbox");
        People.nobodyIsAvailable(installation);
    }

    @AfterEach
    void stopMailServer() {
        mailServer.stop();
    }

    private static String to(Message message) {
        try {
            return ((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getAddress();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private Set<String> receivers() {
        return Arrays.stream(mailServer.getReceivedMessages()).map(MissedChatMailIT::to).collect(Collectors.toSet());
    }

    private static boolean nothingWaits() {
        return installation.query("SELECT 1 FROM outbox").isEmpty();
    }

    private MimeMessage mail(String receiver) {
        return Arrays.stream(mailServer.getReceivedMessages()).filter(message -> to(message).equals(receiver)).findFirst().orElseThrow();
    }

    @Test
    void aLapsedOfferTellsTheAgentAndTheSalesAdmins() throws Exception {
        mailServer.start();
        try (SocketClient chae = People.inbox(installation, "chae"); SocketClient minjun = SocketClient.visitor(installation)) {
            People.setAvailable(chae, true);
            minjun
                .send(frame("hello").add("locale", "ko").add("timeZone", "Asia/Seoul").add("page", "https://www.customer.example/pricing"));
            minjun.await("welcome");
            minjun.send(frame("identify").add("name", "김민준").add("email", "minjun@customer.example")).await("identified");
            String id = People.request(minjun);
            minjun.send(act("message.send").add("text", "안녕하세요\nBcc: all@example.com")).await("message.ack");
            minjun.await("chat.fallback");
            Await.until("agent and sales admin have mail", SOON,
                () -> receivers().equals(Set.of("chae@example.com", "sam@example.com")) && nothingWaits());
            assertEquals(2, mailServer.getReceivedMessages().length);
            MimeMessage toChae = mail("chae@example.com");
            assertEquals("상담 센터", ((InternetAddress) toChae.getFrom()[0]).getPersonal());
            assertEquals("inbox@example.com", ((InternetAddress) toChae.getFrom()[0]).getAddress());
            assertTrue(toChae.getSubject().startsWith("놓친 상담: 김민준, "), toChae.getSubject());
            assertTrue(toChae.getContentType().matches("(?i)text/plain; charset=utf-8"), toChae.getContentType());
            assertEquals("auto-generated", toChae.getHeader("Auto-Submitted", null));
            assertTrue(toChae.getMessageID().matches("<[0-9a-f-]{36}@example.com>"), toChae.getMessageID());
            assertEquals("ko", toChae.getContentLanguage()[0]);
            String body = (String) toChae.getContent();
            String time = installation
                .query("SELECT to_char(requested_at AT TIME ZONE 'Asia/Seoul', 'FMHH12:MI') FROM conversation WHERE id = ?::uuid", id)
                .get(0);
            assertTrue(body.contains(time + "(Asia/Seoul)에 실시간 상담을 요청했지만"), body);
            assertTrue(body.contains("회원님에게 배정되었지만 제시간에 응답하지 않았습니다."), body);
            assertTrue(body.contains("이메일: minjun@customer.example"), body);
            assertTrue(body.contains("> 안녕하세요") && body.contains("> Bcc: all@example.com"), body);
            assertTrue(body.contains("https://chat.example.com/inbox/"), body);
            MimeMessage toSam = mail("sam@example.com");
            assertTrue(toSam.getSubject().startsWith("Missed chat: 김민준, "), toSam.getSubject());
            assertTrue(((String) toSam.getContent()).contains("did not answer the offer in time."), (String) toSam.getContent());
            assertFalse(toSam.getMessageID().equals(toChae.getMessageID()));
        }
    }

    @Test
    void whereNobodyIsAvailableTheSalesAdminsAreTold() throws Exception {
        mailServer.start();
        try (SocketClient vera = People.visitor(installation, "Vera")) {
            People.request(vera);
            vera.await("chat.fallback");
            Await.until("the sales admin has mail", SOON, () -> receivers().contains("sam@example.com") && nothingWaits());
            assertEquals(Set.of("sam@example.com"), receivers());
            assertTrue(((String) mail("sam@example.com").getContent()).contains("agents were unavailable."));
        }
    }

    @Test
    void whoKeepsAskingFillsNobodysMailbox() {
        mailServer.start();
        installation.query("INSERT INTO conversation (id, visitor_id, request_client_id, state, requested_at, ended_at) "
            + "SELECT gen_random_uuid(), v.id, gen_random_uuid(), 'MISSED', now(), now() FROM (SELECT id FROM visitor LIMIT 1) v, "
            + "generate_series(1, 60)");
        try (SocketClient vera = People.visitor(installation, "Vera")) {
            String id = People.request(vera);
            vera.await("chat.fallback");
            assertEquals(List.of("MISSED"), installation.query("SELECT state FROM conversation WHERE id = ?::uuid", id));
            assertTrue(nothingWaits());
            assertEquals(0, mailServer.getReceivedMessages().length);
        } finally {
            PastChats.delete(installation, "state = 'MISSED'");
        }
    }

    @Test
    void aVisitorWhoGaveUpWaitingIsToldOfToo() throws Exception {
        mailServer.start();
        try (SocketClient ana = People.inbox(installation, "ana"); SocketClient vera = People.visitor(installation, "Vera")) {
            People.setAvailable(ana, true);
            People.request(vera);
            vera.send(act("chat.end")).await("chat.ended");
            Await.until("both have mail", SOON, () -> receivers().equals(Set.of("ana@example.com", "sam@example.com")));
            assertTrue(((String) mail("ana@example.com").getContent()).contains("the visitor left before you answered."));
        }
    }

    @Test
    void anAcceptedChatMailsNobody() {
        mailServer.start();
        try (SocketClient ana = People.inbox(installation, "ana"); SocketClient vera = People.visitor(installation, "Vera");
            SocketClient late = People.visitor(installation, "Late")) {
            People.setAvailable(ana, true);
            String id = People.request(vera);
            People.accept(ana, id);
            ana.send(act("chat.end").add("conversationId", id));
            vera.await("chat.ended");
            People.setAvailable(ana, false);
            // The email about this missed chat would come after any email about the accepted chat, so once it is there, none about the
            // other was sent.
            People.request(late);
            Await.until("the missed one is told of", SOON, () -> mailServer.getReceivedMessages().length > 0 && nothingWaits());
            assertEquals(1, mailServer.getReceivedMessages().length);
        }
    }

    @Test
    void aDeadMailServerDelaysNothingAndLosesNothing() throws Exception {
        try (SocketClient ana = People.inbox(installation, "ana"); SocketClient vera = People.visitor(installation, "Vera")) {
            // This server accepts connections and never answers.
            try (ServerSocket silent = new ServerSocket(SMTP, 50, InetAddress.getByName("127.0.0.1"))) {
                for (int i = 0; i < 20; i++) {
                    try (SocketClient visitor = People.visitor(installation, "Missed " + i)) {
                        People.request(visitor);
                        visitor.await("chat.fallback");
                    }
                }
                Await.until("emails hang", SOON, () -> !installation.query("SELECT 1 FROM outbox WHERE attempts > 0").isEmpty());
                People.setAvailable(ana, true);
                People.accept(ana, People.request(vera));
                vera.await("chat.connected");
                assertEquals(20, installation.query("SELECT 1 FROM outbox WHERE kind = 'MAIL'").size());
                assertEquals(20, installation
                    .query("SELECT 1 FROM outbox o JOIN visitor v ON v.id = o.visitor_id WHERE o.payload LIKE '%' || v.name || '%'").size(),
                    "each goes with the visitor of whom it tells");
                assertTrue(silent.isBound());
            }
            // Now nothing listens at the port.
            Await.until("emails are tried again", SOON, () -> !installation.query("SELECT 1 FROM outbox WHERE attempts > 1").isEmpty());
            mailServer.start();
            Await.until("all emails arrive", SOON.multipliedBy(2), MissedChatMailIT::nothingWaits);
            List<String> ids = Arrays.stream(mailServer.getReceivedMessages()).map(MissedChatMailIT::messageId).toList();
            assertEquals(20, ids.size());
            assertEquals(20, Set.copyOf(ids).size());
        }
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void emailsWaitWhileTheMailServerDoesNotLetUsIn() {
        mailServer.setUser("inbox@example.com", USER, "another one");
        mailServer.start();
        try (SocketClient vera = People.visitor(installation, "Vera")) {
            People.request(vera);
            Await.until("it is tried", SOON, () -> !installation.query("SELECT 1 FROM outbox WHERE attempts > 1").isEmpty());
            assertEquals(0, mailServer.getReceivedMessages().length, "not without being let in");
            mailServer.setUser("inbox@example.com", USER, PASSWORD);
            Await.until("it is sent", SOON.multipliedBy(2), () -> mailServer.getReceivedMessages().length == 1 && nothingWaits());
        }
    }

    @Test
    void anAddressThatIsNoneHoldsUpNobody() {
        mailServer.start();
        installation.query("UPDATE account SET email = 'no address' WHERE user_name = 'sam'");
        try (SocketClient ana = People.inbox(installation, "ana"); SocketClient vera = People.visitor(installation, "Vera")) {
            People.setAvailable(ana, true);
            People.request(vera);
            vera.await("chat.fallback");
            Await.until("the agent has mail, the other is given up", SOON,
                () -> receivers().equals(Set.of("ana@example.com")) && nothingWaits());
        } finally {
            installation.query("UPDATE account SET email = 'sam@example.com' WHERE user_name = 'sam'");
        }
    }
}
