package org.agentinbox.web.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.agentinbox.conversation.Page;
import org.agentinbox.conversation.wrapup.ChoiceKind;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.report.ArrivalFigures;
import org.agentinbox.report.ArrivalReport;
import org.agentinbox.report.DateRange;
import org.agentinbox.report.PeriodFigures;
import org.agentinbox.report.ReportRequest;
import org.agentinbox.report.ReportView;
import org.agentinbox.report.Reports;
import org.agentinbox.report.TopicChat;
import org.agentinbox.report.TopicCount;
import org.agentinbox.web.account.CurrentUser;
import org.agentinbox.web.platform.PageMessages;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * The page of reports. Its address contains what is shown, so that it can be kept and shared. The service holds the rules and permissions.
 */
@Named
@RequestScoped
public class ReportsPage {

    private static final int CHATS = 20;
    private static final List<Integer> PRESETS = List.of(7, 30, 90);

    @EJB
    private Reports reports;
    @Inject
    private CurrentUser user;
    private Map<String, String> asked;
    private ReportRequest request;
    private ReportView report;
    private ReportFormat format;
    private String problem;
    private String topic;
    private Chart topicChart;
    private ArrivalReport arrivals;
    private HeatMap hours;
    private List<ComparisonTable> comparisons;
    private List<WrapUpTable> wrapUps;
    private Page<TopicChat> chats = new Page<>(List.of(), null);

    @PostConstruct
    void load() {
        FacesContext context = FacesContext.getCurrentInstance();
        asked = context.getExternalContext().getRequestParameterMap();
        format = new ReportFormat(PageMessages.texts(), context.getViewRoot().getLocale());
        try {
            request = ReportQuery.request(asked.get("from"), asked.get("to"), asked.get("agent"), asked.get("team"));
            report = reports.report(request);
            lookAtTopic();
        } catch (RefusedException e) {
            problem = format.text("reports.refused", DateRange.MOST_DAYS);
            request = new ReportRequest(null, null, null, null);
            topic = null;
            report = reports.report(request);
        }
        arrivals = reports.arrivals(request);
        hours = HeatMap.of(arrivals.byHour(), format);
        comparisons = Stream.of(ComparisonTable.of("agents", reports.byAgent(request), format),
            ComparisonTable.of("teams", reports.byTeam(request), format), ComparisonTable.of(arrivals.byEntry(), format))
            .filter(table -> !table.rows().isEmpty()).toList();
        Locale locale = format.locale();
        wrapUps = Stream.of(ChoiceKind.values()).map(kind -> WrapUpTable.of(kind, reports.wrapUps(request, kind), format, locale))
            .filter(table -> !table.rows().isEmpty()).toList();
    }

    private void lookAtTopic() {
        if (ReportQuery.isMissing(asked.get("topic"))) {
            return;
        }
        topic = asked.get("topic").strip();
        topicChart = new Charts(report.range(), format, Charts.Whose.ALL).topic(reports.topicPerDay(request, topic));
        if (user.isSalesAdmin()) {
            chats = reports.chats(request, topic, Ids.parse(asked.get("before")).orElse(null), CHATS);
        }
    }

    /** @return what is wrong with the address, or null */
    public String getProblem() {
        return problem;
    }

    /** @return the zone of the days, in a sentence */
    public String getWhat() {
        return format.text("reports.what", report.zone().getId());
    }

    /** @return that earlier days were purged, or empty */
    public String getPurged() {
        return report.wholeSince().filter(since -> since.isAfter(report.range().from()))
            .map(since -> format.text("reports.purged", format.day(since))).orElse("");
    }

    /** @return the first day */
    public LocalDate getFrom() {
        return report.range().from();
    }

    /** @return the last day */
    public LocalDate getTo() {
        return report.range().to();
    }

    /** @return the last day that can be chosen */
    public LocalDate getToday() {
        return report.today();
    }

    /** @return whose chats, or null */
    public UUID getAgentId() {
        return request.agentId();
    }

    /** @return ranges that end today */
    public List<Choice> getPresets() {
        DateRange range = report.range();
        return PRESETS.stream()
            .map(days -> new Choice(query(report.today().minusDays(days - 1L), report.today(), topic, null),
                format.text("reports.last", days),
                range.to().equals(report.today()) && range.length() == days))
            .toList();
    }

    /** @return the agents whose chats can be chosen */
    public List<Choice> getAgents() {
        return reports.agents().stream().map(agent -> new Choice(agent.id().toString(), agent.name(), agent.id().equals(request.agentId())))
            .toList();
    }

    /** @return the teams whose members can be chosen */
    public List<Choice> getTeams() {
        return reports.teams().stream().map(team -> new Choice(team.id().toString(), team.name(), team.id().equals(request.teamId())))
            .toList();
    }

    /** @return when live chats come in */
    public HeatMap getHours() {
        return hours;
    }

    /** @return in which zone these hours are, in a sentence */
    public String getHoursWhat() {
        return format.text("reports.hoursOfWeek.what", report.zone().getId());
    }

    /** @return how long visitors wait, and how many leave */
    public List<FigureCard> getWaiting() {
        ArrivalFigures all = arrivals.total();
        return List.of(number("queued", all.queued(), null), time("wait", all.queueWait().mean(), null),
            time("wait.longest", all.longestWait(), null), number("left", all.leaving().count(), null),
            time("leaving", all.leaving().mean(), null));
    }

    /** @return agents, teams and entries side by side, each in a table; one without anything is left out */
    public List<ComparisonTable> getComparisons() {
        return comparisons;
    }

    /** @return with which range changes are compared, or that there is none */
    public String getAgainst() {
        return against(report.before() != null);
    }

    /** @return the same for topics, or empty where it does not differ */
    public String getTopicsAgainst() {
        return report.topicsBefore() == (report.before() != null) ? "" : against(report.topicsBefore());
    }

    private String against(boolean known) {
        DateRange before = report.range().before();
        return format.text(known ? "reports.against" : "reports.against.unknown", format.range(before.from(), before.to()));
    }

    /** @return the figures of the whole range */
    public List<FigureCard> getCards() {
        PeriodFigures now = report.total();
        PeriodFigures before = report.before();
        String whose = whose().key();
        return List.of(number("requested" + whose, now.requested(), before == null ? null : Long.valueOf(before.requested())),
            number("connected" + whose, now.connected(), before == null ? null : Long.valueOf(before.connected())),
            number("missed" + whose, now.missed(), before == null ? null : Long.valueOf(before.missed())),
            time("accept" + whose, now.accept().mean(), before == null ? null : before.accept().mean()),
            time("response", now.response().mean(), before == null ? null : before.response().mean()),
            time("length", now.length().mean(), before == null ? null : before.length().mean()),
            number("booked", now.booked(), before == null ? null : before.booked()));
    }

    private Charts.Whose whose() {
        return request.agentId() != null ? Charts.Whose.AGENT : request.teamId() != null ? Charts.Whose.TEAM : Charts.Whose.ALL;
    }

    private FigureCard number(String name, Long now, Long before) {
        return new FigureCard(format.text("reports." + name), format.number(now), format.change(now, before));
    }

    private FigureCard time(String name, Long now, Long before) {
        return new FigureCard(format.text("reports." + name), format.duration(now), format.change(now, before));
    }

    /** @return the figures of each day as plots */
    public List<Chart> getCharts() {
        return new Charts(report.range(), format, whose()).of(report.days());
    }

    /** @return the topics, the most frequent first */
    public List<TopicCountRow> getTopics() {
        long most = report.topics().stream().mapToLong(TopicCount::chats).max().orElse(1);
        return report.topics().stream().map(t -> new TopicCountRow(t.name(), format.number(t.chats()), format.change(t.chats(), t.before()),
            String.format(Locale.ROOT, "%.2f%%", 100.0 * t.chats() / most), query(getFrom(), getTo(), t.name(), null),
            t.name().equalsIgnoreCase(topic))).toList();
    }

    /** @return outcomes and tags, each in a table; a list without anything is left out */
    public List<WrapUpTable> getWrapUps() {
        return wrapUps;
    }

    /** @return what counts as a topic, and from how many chats on */
    public String getTopicsWhat() {
        return format.text("reports.topics.what", report.topicChats());
    }

    /** @return how many topics are not shown, in a sentence, or empty */
    public String getMoreTopics() {
        long more = report.topicCount() - report.topics().size();
        return more == 0 ? "" : format.text("reports.topics.more", format.number(more));
    }

    /** @return the chosen topic, or null */
    public String getTopic() {
        return topic;
    }

    /** @return its chats by day, or null */
    public Chart getTopicChart() {
        return topicChart;
    }

    /** @return a page of its chats */
    public List<ChatRow> getChats() {
        return chats.items().stream().map(chat -> new ChatRow(chat, format, report.zone())).toList();
    }

    /** @return the query of the next page, or null */
    public String getNext() {
        return chats.next() == null ? null : query(getFrom(), getTo(), topic, chats.next());
    }

    /** @return the query of addresses of the same report */
    public String getQuery() {
        return query(getFrom(), getTo(), null, null);
    }

    private String query(LocalDate from, LocalDate to, String about, String before) {
        Stream<String[]> all = Stream.of(new String[][]{{"from", from.toString()}, {"to", to.toString()},
            {"agent", request.agentId() == null ? null : request.agentId().toString()},
            {"team", request.teamId() == null ? null : request.teamId().toString()}, {"topic", about}, {"before", before}});
        return String.join("&",
            all.filter(one -> one[1] != null).map(one -> one[0] + "=" + URLEncoder.encode(one[1], StandardCharsets.UTF_8)).toList());
    }
}
