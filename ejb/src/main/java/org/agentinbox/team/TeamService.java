package org.agentinbox.team;

import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.Directory;
import org.agentinbox.availability.Candidate;
import org.agentinbox.availability.Candidates;
import org.agentinbox.dayoff.StoredDaysOff;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Administers teams. Marketing admins see them, because rules and entries name them. */
@Stateless
@RolesAllowed(SALES_ADMIN_NAME)
public class TeamService {

    /** Limits the work of a page that shows all teams. */
    static final int MOST = 200;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Teams teams;
    @Inject
    private Candidates candidates;
    @Inject
    private Directory directory;
    @Inject
    private Event<TeamRemoval> removal;
    @Inject
    private StoredDaysOff storedDaysOff;
    @Inject
    private Audit audit;

    /** @return all teams, by name */
    @RolesAllowed({SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
    public List<TeamView> all() {
        return teams.all();
    }

    /**
     * Those whom teams and rules can name.
     *
     * @param named accounts that are named somewhere already
     * @return who takes live chats, and those of the named who do not any more, by name; accounts that are gone are left out
     */
    @RolesAllowed({SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
    public List<ChatAgent> agents(Set<UUID> named) {
        Set<UUID> taking = candidates.all().stream().map(Candidate::agentId).collect(Collectors.toSet());
        Set<UUID> all = new HashSet<>(named);
        all.addAll(taking);
        return directory.people(all).values().stream()
            .map(person -> new ChatAgent(person.id(), person.name(), taking.contains(person.id())))
            .sorted(Comparator.comparing(ChatAgent::name, String.CASE_INSENSITIVE_ORDER).thenComparing(ChatAgent::id)).toList();
    }

    /**
     * @return the new team
     * @throws RefusedException {@link Refusal#INVALID_FIELD} of {@code name}, {@code members} or {@code lead};
     *     {@link Refusal#NAME_TAKEN}
     */
    public TeamView add(TeamWish wish) {
        teams.lock();
        if (teams.all().size() >= MOST) {
            throw RefusedException.ofField("name", "at most " + MOST + " teams");
        }
        Team team = new Team(Ids.next(clock.instant()));
        write(team, wish, Set.of());
        em.persist(team);
        record(AuditAct.TEAM_CREATED, null, team.view());
        return team.view();
    }

    /**
     * @param id of a team
     * @param version of the team that the caller has read
     * @return the team as it is now
     * @throws RefusedException as {@link #add}; {@link Refusal#NOT_FOUND}; {@link Refusal#CHANGED_MEANWHILE}
     */
    public TeamView change(UUID id, int version, TeamWish wish) {
        teams.lock();
        Team team = find(id);
        team.requireVersion(version);
        TeamView was = team.view();
        Set<UUID> before = was.members();
        write(team, wish, before);
        em.flush();
        teams.moved(before, wish.members());
        record(AuditAct.TEAM_CHANGED, was, team.view());
        return team.view();
    }

    /**
     * Removes a team that nothing names.
     *
     * @param id of a team
     * @throws RefusedException {@link Refusal#NOT_FOUND}; {@link TeamInUseException} where an entry or a rule names it
     */
    public void remove(UUID id) {
        teams.lock();
        Team team = find(id);
        removal.fire(new TeamRemoval(id));
        Set<UUID> members = team.view().members();
        record(AuditAct.TEAM_REMOVED, team.view(), null);
        em.remove(team);
        storedDaysOff.removeOfTeam(id);
        em.flush();
        teams.moved(members, Set.of());
    }

    private void record(AuditAct act, TeamView before, TeamView after) {
        TeamView team = after == null ? before : after;
        audit.record(AuditRecord.of(act).about(AuditSubject.TEAM, team.id(), team.name()).changed(before, after));
    }

    private void write(Team team, TeamWish wish, Set<UUID> before) {
        Set<UUID> known = new HashSet<>(before);
        candidates.all().stream().map(Candidate::agentId).forEach(known::add);
        if (!known.containsAll(wish.members())) {
            throw RefusedException.ofField("members", "accounts that take live chats");
        }
        // Read before the team is changed: a query would store the change, and the database refuses it less clearly.
        List<TeamView> all = teams.all();
        team.write(wish, clock.instant());
        String name = team.view().name();
        if (all.stream().anyMatch(other -> !other.id().equals(team.id()) && other.name().equalsIgnoreCase(name))) {
            throw new RefusedException(Refusal.NAME_TAKEN, "Another team has this name.");
        }
    }

    private Team find(UUID id) {
        Team team = em.find(Team.class, id);
        if (team == null) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such team.");
        }
        return team;
    }
}
