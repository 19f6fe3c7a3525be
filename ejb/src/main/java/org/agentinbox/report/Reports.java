package org.agentinbox.report;

import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.conversation.Page;
import org.agentinbox.conversation.WrapUpCounts;
import org.agentinbox.conversation.wrapup.ChoiceKind;
import org.agentinbox.entry.Entries;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;
import org.agentinbox.team.TeamView;
import org.agentinbox.team.Teams;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Reports (ear/src/docs/rules.md#reports), by days in the configured zone. Marketing admins see figures only; the chats themselves are for
 * sales admins.
 */
@Stateless
@RolesAllowed({SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
public class Reports {

    private static final int SHOWN_TOPICS = 20;
    private static final int MOST_TOPICS = TopicCounts.MOST;
    private static final int MOST_CHATS = 100;
    private static final int LONGEST_TOPIC = 100;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private DailyFigures figures;
    @Inject
    private TopicCounts topics;
    @Inject
    private ReportableTopics reportable;
    @Inject
    private WrapUpCounts wrapUps;
    @Inject
    private Directory people;
    @Inject
    private Teams teams;
    @Inject
    private Entries entries;
    @Inject
    private Settings settings;
    @Inject
    private Clock clock;

    /**
     * @param request of which days
     * @return the report
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD} as {@link DateRange#of}
     */
    public ReportView report(ReportRequest request) {
        return report(request, SHOWN_TOPICS);
    }

    private ReportView report(ReportRequest request, int mostTopics) {
        DateRange range = range(request);
        Optional<LocalDate> whole = figures.wholeSince(zone());
        boolean topicsBefore = whole.isEmpty() || !whole.get().isAfter(range.before().from());
        AgentFilter whose = whose(request);
        Map<LocalDate, DayFigures> days = figures.figures(range, whose, zone());
        Map<LocalDate, DayFigures> before = figures.figures(range.before(), whose, zone());
        List<TopicCount> ranking = reportable.of(topics.ranked(range, topicsBefore, whose, zone(), settings.topicChats()));
        return new ReportView(range, today(), zone(), whole, days, PeriodFigures.of(days.values()),
            before.size() == range.length() ? PeriodFigures.of(before.values()) : null,
            ranking.subList(0, Math.min(mostTopics, ranking.size())),
            ranking.size(), settings.topicChats(), topicsBefore);
    }

    /**
     * @param request of which days
     * @param topic in any letter case, at most 100 characters
     * @return in how many chats of each day it occurred
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD}
     */
    public Map<LocalDate, Long> topicPerDay(ReportRequest request, String topic) {
        return topics.perDay(checked(topic), range(request), whose(request), zone());
    }

    /**
     * @param request of which days
     * @param topic in any letter case, at most 100 characters
     * @param before {@code next} of the page before, or null
     * @param limit 1 to 100
     * @return a page of the chats in which it occurred, newest first
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD}
     */
    @RolesAllowed(SALES_ADMIN_NAME)
    public Page<TopicChat> chats(ReportRequest request, String topic, UUID before, int limit) {
        if (limit < 1 || limit > MOST_CHATS) {
            throw RefusedException.ofField("limit", "1 to " + MOST_CHATS);
        }
        return topics.chats(checked(topic), range(request), whose(request), zone(), before, limit);
    }

    /** @return everybody who takes or took chats, by name */
    public List<Person> agents() {
        List<?> ids = em.createNativeQuery("SELECT account_id FROM agent", UUID.class).getResultList();
        return people.people(ids.stream().map(UUID.class::cast).toList()).values().stream().sorted(Comparator.comparing(Person::name))
            .toList();
    }

    /**
     * @param request of which days
     * @return the topics as a file of comma separated values, at most 10,000
     * @throws RefusedException as {@link #report}
     */
    public byte[] topicsFile(ReportRequest request) {
        return ReportFile.topics(report(request, MOST_TOPICS));
    }

    /**
     * @param request of which days
     * @return the figures of each day as a file of comma separated values
     * @throws RefusedException as {@link #report}
     */
    public byte[] daysFile(ReportRequest request) {
        DateRange range = range(request);
        return ReportFile.days(range, figures.figures(range, whose(request), zone()));
    }

    /**
     * @param request of which days, by the ends of the chats
     * @param kind outcomes or tags
     * @return in how many chats each was set, of those that are still kept, as {@link WrapUpCounts#of}; the chats of an agent are those
     *     that they had at the end
     * @throws RefusedException as {@link #report}
     */
    public List<WrapUpCounts.Count> wrapUps(ReportRequest request, ChoiceKind kind) {
        DayBounds bounds = DayBounds.of(range(request), zone());
        return wrapUps.of(kind, bounds.start(), bounds.end(), whose(request).agents());
    }

    /**
     * @param request of which days
     * @return outcomes and tags with their chats as a file of comma separated values
     * @throws RefusedException as {@link #report}
     */
    public byte[] wrapUpsFile(ReportRequest request) {
        return ReportFile.wrapUps(wrapUps(request, ChoiceKind.OUTCOME), wrapUps(request, ChoiceKind.TAG));
    }

    /**
     * What agents did, side by side.
     *
     * @param request of which days; with a team its present members only. The agent counts for nothing here
     * @return each agent who did anything, by name
     * @throws RefusedException as {@link #report}
     */
    public List<NamedFigures> byAgent(ReportRequest request) {
        Map<UUID, AgentFigures> agents = new HashMap<>(figures.byAgent(range(request), zone()));
        if (request.teamId() != null) {
            agents.keySet().retainAll(members(request.teamId()));
        }
        return people.people(agents.keySet()).values().stream().sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
            .map(agent -> new NamedFigures(agent.id(), agent.name(), agents.get(agent.id()))).toList();
    }

    /**
     * What the present members of teams did, together. Who belongs to several teams counts in each.
     *
     * @param request of which days; with a team that one only. The agent counts for nothing here
     * @return the teams, by name
     * @throws RefusedException as {@link #report}
     */
    public List<NamedFigures> byTeam(ReportRequest request) {
        Map<UUID, AgentFigures> agents = figures.byAgent(range(request), zone());
        return teams.all().stream().filter(team -> request.teamId() == null || request.teamId().equals(team.id()))
            .map(team -> new NamedFigures(team.id(), team.name(),
                team.members().stream().map(agents::get).filter(Objects::nonNull).reduce(AgentFigures.NONE, AgentFigures::and)))
            .toList();
    }

    /**
     * @param request of which days
     * @return what {@link #byAgent} gives, as a file of comma separated values
     * @throws RefusedException as {@link #report}
     */
    public byte[] agentsFile(ReportRequest request) {
        return ReportFile.sideBySide("agent", byAgent(request));
    }

    /**
     * @param request of which days
     * @return what {@link #byTeam} gives, as a file of comma separated values
     * @throws RefusedException as {@link #report}
     */
    public byte[] teamsFile(ReportRequest request) {
        return ReportFile.sideBySide("team", byTeam(request));
    }

    /**
     * When live chats come in, by which entry, and how long visitors wait.
     *
     * @param request of which days. Agent and team count for nothing here: whom visitors get is not known when they come
     * @throws RefusedException as {@link #report}
     */
    public ArrivalReport arrivals(ReportRequest request) {
        List<HourlyFigures.Part> parts = figures.byHour(range(request), zone());
        return new ArrivalReport(parts.stream().map(HourlyFigures.Part::figures).reduce(ArrivalFigures.NONE, ArrivalFigures::and),
            together(parts, HourlyFigures.Part::hour), named(together(parts, HourlyFigures.Part::entry)));
    }

    private static <K> Map<K, ArrivalFigures> together(List<HourlyFigures.Part> parts, Function<HourlyFigures.Part, K> by) {
        return parts.stream().collect(Collectors.toMap(by, HourlyFigures.Part::figures, ArrivalFigures::and));
    }

    private List<EntryArrivals> named(Map<String, ArrivalFigures> byKey) {
        Map<String, String> names = new LinkedHashMap<>();
        entries.all().forEach(entry -> names.put(entry.key(), entry.is().name()));
        byKey.keySet().stream().sorted().forEach(key -> names.putIfAbsent(key, key));
        return names.entrySet().stream().map(entry -> new EntryArrivals(entry.getKey(), entry.getValue(),
            byKey.getOrDefault(entry.getKey(), ArrivalFigures.NONE))).toList();
    }

    /**
     * @param request of which days
     * @return what {@link #arrivals} gives by entry, as a file of comma separated values
     * @throws RefusedException as {@link #report}
     */
    public byte[] entriesFile(ReportRequest request) {
        return ReportFile.entries(arrivals(request).byEntry());
    }

    /**
     * @param request of which days
     * @return what {@link #arrivals} gives by hour of the week, 168 of them, as a file of comma separated values
     * @throws RefusedException as {@link #report}
     */
    public byte[] hoursFile(ReportRequest request) {
        return ReportFile.hours(arrivals(request).byHour());
    }

    /** @return the teams, by name */
    public List<TeamView> teams() {
        return teams.all();
    }

    private Set<UUID> members(UUID teamId) {
        return teams.find(teamId).map(TeamView::members).orElse(Set.of());
    }

    private AgentFilter whose(ReportRequest request) {
        if (request.teamId() == null) {
            return new AgentFilter(request.agentId() == null ? null : Set.of(request.agentId()));
        }
        Set<UUID> chosen = new HashSet<>(members(request.teamId()));
        if (request.agentId() != null) {
            chosen.retainAll(Set.of(request.agentId()));
        }
        return new AgentFilter(chosen);
    }

    private static String checked(String topic) {
        if (topic == null || topic.isBlank() || topic.length() > LONGEST_TOPIC) {
            throw RefusedException.ofField("topic", "1 to " + LONGEST_TOPIC + " characters");
        }
        return topic.strip();
    }

    private DateRange range(ReportRequest request) {
        return DateRange.of(request.from(), request.to(), today());
    }

    private LocalDate today() {
        return clock.instant().atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return settings.batch().zone();
    }
}
