package org.agentinbox.it.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.agentinbox.it.support.BatchJobs;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.PastChats;
import org.agentinbox.it.support.PastChats.Chat;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests reports against the history, by days of a zone whose clocks skip midnight, and who may see them. */
class ReportsIT {

    private static final Pattern CHAT = Pattern.compile("\\?c=([0-9a-f-]{36})");
    private static final Pattern NEXT = Pattern.compile("reports\\?([^\"#]*before=[^\"#]*)#topic");

    private final Installation installation = Installation.shared();
    private final long seed = System.nanoTime();
    private final String topic = "scanner t" + UUID.randomUUID().toString().replaceAll("[-0-9]", "") + "k <b>";
    private final List<UUID> agents = installation.query("SELECT id FROM account WHERE user_name IN ('ana', 'ben') ORDER BY user_name")
        .stream().map(UUID::fromString).toList();
    /** The last day without midnight before the demo's chats. */
    private final LocalDate skipped = skipped();

    /** Undoes what other tests left: no purge has run, and there are no chats around that day. */
    @BeforeEach
    void nothingElse() {
        installation.query("DELETE FROM retention_run");
        PastChats.delete(installation, "requested_at BETWEEN ?::timestamptz - interval '9 days' AND ?::timestamptz + interval '9 days'",
            skipped.toString(),
            skipped.toString());
    }

    private static LocalDate skipped() {
        ZoneOffsetTransition last = Installation.ZONE.getRules().previousTransition(Instant.now().minus(Duration.ofDays(150)));
        return (last.isGap() ? last : Installation.ZONE.getRules().previousTransition(last.getInstant())).getDateTimeAfter().toLocalDate();
    }

    private PastChats chats() {
        return new PastChats(installation, Installation.ZONE, new Random(seed), agents);
    }

    private HttpResponse<String> ask(String userName, String path) {
        return People.get(installation, path, userName == null ? null : People.cookie(installation, userName));
    }

    private String ok(String userName, String path) {
        HttpResponse<String> answer = ask(userName, path);
        assertEquals(200, answer.statusCode(), path + ": " + answer.body());
        return answer.body();
    }

    private static String range(LocalDate from, LocalDate to) {
        return "from=" + from + "&to=" + to;
    }

    private static List<String> lines(String file) {
        return Arrays.asList(file.substring(1).split("\r\n"));
    }

    /** The line of a day in the exported file, counted independently. */
    private static String day(LocalDate day, List<Chat> all) {
        List<Chat> chats = all.stream().filter(c -> c.requestedAt().atZone(Installation.ZONE).toLocalDate().equals(day)).toList();
        return String.join(",", day.toString(), count(chats, c -> true), count(chats, c -> !c.missed()), count(chats, Chat::missed),
            times(chats, Chat::acceptMillis),
            times(chats, Chat::responseMillis), times(chats, Chat::lengthMillis), count(chats, Chat::booked));
    }

    private static String count(List<Chat> chats, Predicate<Chat> which) {
        return Long.toString(chats.stream().filter(which).count());
    }

    private static String times(List<Chat> chats, Function<Chat, Long> time) {
        List<Long> times = chats.stream().map(time).filter(Objects::nonNull).sorted().toList();
        if (times.isEmpty()) {
            return "\"\",\"\"";
        }
        long mean = Math.round((double) times.stream().mapToLong(Long::longValue).sum() / times.size());
        return seconds(mean) + "," + seconds(times.get((times.size() - 1) / 2));
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }

    @Test
    void figuresAreWhatTheHistorySaysBeforeAndAfterTheyAreKept() throws Exception {
        installation.query("DELETE FROM daily_figure");
        LocalDate from = skipped.minusDays(3);
        LocalDate to = skipped.plusDays(3);
        try (PastChats past = chats(); BatchJobs jobs = new BatchJobs(installation)) {
            past.add(from, to, 150, topic);
            List<String> expected = from.datesUntil(to.plusDays(1)).map(day -> day(day, past.chats())).toList();
            List<String> ofAna = from.datesUntil(to.plusDays(1))
                .map(day -> day(day, past.chats().stream().filter(c -> agents.get(0).equals(c.agent())).toList())).toList();
            String path = "api/v1/reports/days.csv?" + range(from, to);
            List<String> live = lines(ok("sam", path));
            assertEquals(expected, live.subList(1, live.size()), "seed " + seed);
            List<String> own = lines(ok("mia", path + "&agent=" + agents.get(0)));
            assertEquals(ofAna, own.subList(1, own.size()), "of an agent, seed " + seed);

            assertEquals("COMPLETED", jobs.ended("conversation-summary", jobs.start("conversation-summary", Map.of())));
            past.purge();
            assertEquals(live, lines(ok("sam", path)), "what is kept is the same, seed " + seed);
            assertEquals(own, lines(ok("mia", path + "&agent=" + agents.get(0))), "seed " + seed);
        }
    }

    /** Counted by hand: whoever has a chat at the end, each agent counts what they did, and what somebody took was not missed. */
    @Test
    void aChatThatChangedHandsCountsForEachAgentByWhatTheyDid() {
        String ana = agents.get(0).toString();
        String ben = agents.get(1).toString();
        String chae = installation.query("SELECT id FROM account WHERE user_name = 'chae'").get(0);
        try (HandmadeChats hand = new HandmadeChats(installation, skipped)) {
            hand.transferred(ana, ben);
            UUID lapsedFirst = hand.chat("ENDED", "VISITOR", ben, 120, 420);
            hand.offer(lapsedFirst, "REQUEST", ana, "LAPSED", 0, 100);
            hand.offer(lapsedFirst, "REQUEST", ben, "ACCEPTED", 100, 120);
            hand.had(lapsedFirst, List.of(ben), 120);
            hand.wrote(lapsedFirst, 1, ben, 150);
            UUID lostAndGivenBack = hand.chat("ENDED", "TIMEOUT", ana, 10, 710);
            hand.offer(lostAndGivenBack, "REQUEST", ana, "ACCEPTED", 0, 10);
            hand.offer(lostAndGivenBack, "LOST", chae, "DECLINED", 350, 400);
            hand.offer(lostAndGivenBack, "LOST", ben, "ACCEPTED", 400, 430);
            hand.offer(lostAndGivenBack, "TRANSFER", ana, "ACCEPTED", 600, 610);
            hand.had(lostAndGivenBack, List.of(ana, ben, ana), 10, 430, 610);
            hand.wrote(lostAndGivenBack, 1, ben, 500);
            UUID nobodyTookIt = hand.chat("MISSED", null, null, 0, 200);
            hand.offer(nobodyTookIt, "REQUEST", ana, "DECLINED", 0, 50);
            hand.offer(nobodyTookIt, "REQUEST", ben, "LAPSED", 50, 150);
            hand.chat("MISSED", "VISITOR", null, 0, 60);
            UUID passedOn = hand.chat("ENDED", "AGENT", ben, 15, 115);
            hand.offer(passedOn, "REQUEST", ana, "PASSED_ON", 0, 10);
            hand.offer(passedOn, "REQUEST", ben, "ACCEPTED", 10, 15);
            hand.had(passedOn, List.of(ben), 15);

            assertEquals(skipped + ",6,4,2,38.75,10,226.667,150,427.5,300,0", figuresOf(""));
            assertEquals(skipped + ",6,3,1,10,10,30,30,415,310,0", figuresOf("&agent=" + ana));
            assertEquals(skipped + ",5,4,1,18.75,20,325,150,220,180,0", figuresOf("&agent=" + ben));
            assertEquals(skipped + ",1,0,0,\"\",\"\",\"\",\"\",\"\",\"\",0", figuresOf("&agent=" + chae));
        }
    }

    private String figuresOf(String query) {
        return lines(ok("sam", "api/v1/reports/days.csv?" + range(skipped, skipped) + query)).get(1);
    }

    @Test
    void topicsAreCountedByDayWithThePeriodBeforeWhateverTheirLetterCase() throws Exception {
        try (PastChats past = chats()) {
            past.add(skipped.minusDays(2), skipped.plusDays(1), 120, topic);
            LocalDate to = skipped.plusDays(1);
            List<String> file = lines(ok("mia", "api/v1/reports/topics.csv?" + range(skipped, to)));
            String expected = count(past.chats(), c -> c.topic() != null && !isBefore(c, skipped)) + ","
                + count(past.chats(), c -> c.topic() != null && isBefore(c, skipped)) + ",3";
            assertEquals(List.of(expected),
                file.stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(topic))
                    .map(line -> line.substring(topic.length() + 1)).toList(),
                "seed " + seed);
            String page = ok("sam", "reports?" + range(skipped, to) + "&topic=" + URLEncoder.encode(topic, UTF_8));
            assertFalse(page.contains("<b>"), "nothing that a visitor said is markup");
            assertTrue(page.contains(topic.replace("<b>", "&lt;b&gt;")), page);
        }
    }

    @Test
    void aTopicThatIsNotOnTheListCountsFromThreeChatsAndNamesOfPeopleNever() throws Exception {
        String once = topic + " once";
        String person = "zorba" + topic.substring(9, topic.indexOf(' ', 9));
        try (PastChats past = chats()) {
            addWithTopic(past, 2, topic);
            addWithTopic(past, 1, once);
            for (String junk : List.of(person, "ana", "Ana Silva", "6tb hot", "XL", "gorgeous")) {
                addWithTopic(past, 3, junk);
            }
            installation.query("UPDATE visitor SET name = ? WHERE id = ?::uuid", person.toUpperCase(Locale.ROOT) + " Quill",
                past.chats().get(0).id().toString());
            assertEquals(List.of(), topicsOfFile());
            addWithTopic(past, 1, topic.toUpperCase(Locale.ROOT));
            assertEquals(List.of(topic + ",3,0,3"), topicsOfFile().stream().map(line -> line.toLowerCase(Locale.ROOT)).toList());
            installation.query(
                "INSERT INTO listed_topic (id, name, synonyms, changed_at) VALUES (gen_random_uuid(), ?, '', now()), (gen_random_uuid(), "
                    + "?, '', now())",
                once, person);
            try {
                assertEquals(List.of(topic + ",3,0,3", person + ",3,0,1", once + ",1,0,1"),
                    topicsOfFile().stream().map(line -> line.toLowerCase(Locale.ROOT)).toList());
                String page = ok("mia", "reports?" + range(skipped, skipped));
                assertTrue(page.contains("What is not on the list of topics counts from 3 chats of the period on"), page);
                assertFalse(page.contains("6tb hot") || page.contains("gorgeous"), page);
            } finally {
                installation.query("DELETE FROM listed_topic WHERE name IN (?, ?)", once, person);
            }
        }
    }

    /** Adds accepted chats with a topic. */
    private void addWithTopic(PastChats past, int chats, String about) throws SQLException {
        long before = past.chats().stream().filter(c -> c.topic() != null).count();
        while (past.chats().stream().filter(c -> c.topic() != null).count() < before + chats) {
            past.add(skipped, skipped, 1, about);
        }
    }

    private List<String> topicsOfFile() {
        List<String> file = lines(ok("mia", "api/v1/reports/topics.csv?" + range(skipped, skipped)));
        assertEquals("topic,chats,chats_in_the_period_before,counted_from_chats", file.get(0));
        return file.subList(1, file.size());
    }

    private static boolean isBefore(Chat chat, LocalDate day) {
        return chat.requestedAt().atZone(Installation.ZONE).toLocalDate().isBefore(day);
    }

    @Test
    void theChatsOfATopicComePageByPageToThoseWhoMayReadThem() throws Exception {
        try (PastChats past = chats()) {
            past.add(skipped.minusDays(1), skipped, 70, topic);
            List<String> expected = past.chats().stream().filter(c -> c.topic() != null).map(c -> c.id().toString())
                .sorted((a, b) -> b.compareTo(a)).toList();
            String query = range(skipped.minusDays(1), skipped) + "&topic=" + URLEncoder.encode(topic.toUpperCase(), UTF_8);
            List<String> found = new ArrayList<>();
            for (String next = query; next != null;) {
                String page = ok("sam", "reports?" + next);
                List<String> ids = CHAT.matcher(page).results().map(hit -> hit.group(1)).toList();
                ids.forEach(id -> assertTrue(page.contains("Said in " + id) && page.contains("Past " + id), id));
                assertTrue(ids.size() <= 20, ids.size() + " at once");
                found.addAll(ids);
                next = NEXT.matcher(page).results().map(MatchResult::group).findFirst()
                    .map(link -> link.substring(8, link.length() - 6).replace("&amp;", "&")).orElse(null);
            }
            assertEquals(expected, found, "seed " + seed);
            String ofMia = ok("mia", "reports?" + query);
            assertTrue(ofMia.contains("What was said in chats is shown to sales admins."), ofMia);
            assertFalse(ofMia.contains("Said in ") || ofMia.contains("Past ") || CHAT.matcher(ofMia).find(),
                "nothing that was said, and nobody's name");
        }
    }

    @Test
    void othersAreTurnedAwayAndNonsenseIsRefused() {
        for (String path : List.of("reports", "reports.xhtml", "api/v1/reports/days.csv", "api/v1/reports/topics.csv",
            "api/v1/reports/outcomes.csv", "api/v1/reports/agents.csv", "api/v1/reports/teams.csv", "api/v1/reports/entries.csv",
            "api/v1/reports/hours.csv")) {
            assertEquals(403, ask("ana", path).statusCode(), path);
            assertEquals(403, ask("cal", path).statusCode(), path);
            assertEquals(path.startsWith("api") ? 401 : 302, ask(null, path).statusCode(), path);
        }
        for (String wrong : List.of("from=2026-02-30", "to=x", "from=2026-03-02&to=2026-03-01", "from=2020-01-01&to=2022-01-01", "agent=x",
            "team=x",
            "from=0001-01-01&to=0001-01-02",
            "from=-999999999-01-01&to=%2B999999999-12-31")) {
            assertEquals(400, ask("sam", "api/v1/reports/days.csv?" + wrong).statusCode(), wrong);
            assertTrue(ok("sam", "reports?" + wrong).contains("This period cannot be shown"), wrong);
        }
        assertTrue(ok("sam", "reports?topic=" + "x".repeat(101)).contains("This period cannot be shown"));
    }
}
