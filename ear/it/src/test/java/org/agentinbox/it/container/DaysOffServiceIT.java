package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.agentinbox.account.Role;
import org.agentinbox.availability.ScheduleService;
import org.agentinbox.dayoff.DayOffOwner;
import org.agentinbox.dayoff.DayOffView;
import org.agentinbox.dayoff.DaysOffService;
import org.agentinbox.hours.DayOff;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.team.TeamService;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;

/** Tests who may see and change whose days off. */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class DaysOffServiceIT {

    private static final DayOff FEAST = DayOff.days("Feast", LocalDate.of(2030, 5, 1), LocalDate.of(2030, 5, 2));

    @EJB
    private DaysOffService daysOff;
    @EJB
    private TeamService teams;
    @EJB
    private ScheduleService schedules;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    private static UUID agent() {
        UUID id = UUID.randomUUID();
        Sql.run("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
            + "VALUES (?, 0, ?, 'Somebody', '', false, true, now())", id, "off-" + id);
        Sql.run("INSERT INTO agent (account_id) VALUES (?)", id);
        return id;
    }

    private static <T> T as(UUID account, Role role, Callable<T> call) throws Exception {
        return Callers.of(account, role.name()).runAs(call);
    }

    private static Refusal refused(UUID account, Callable<?> call) {
        return assertThrows(RefusedException.class, () -> as(account, Role.LIVE_AGENT, call)).refusal();
    }

    private List<String> seenBy(UUID account, UUID whose) throws Exception {
        return as(account, Role.LIVE_AGENT, () -> daysOff.of(whose).stream().map(DayOffView::dayOff).map(DayOff::name).toList());
    }

    @Test
    void anAgentKeepsTheirOwn() throws Exception {
        UUID me = agent();
        DayOffView added = as(me, Role.LIVE_AGENT, () -> daysOff.add(DayOffOwner.account(me), FEAST));
        assertEquals(List.of("Feast"), seenBy(me, me));
        DayOff hours = new DayOff("Dentist", LocalDateTime.of(2030, 5, 1, 9, 30), LocalDateTime.of(2030, 5, 2, 0, 0), null);
        assertEquals(hours, as(me, Role.LIVE_AGENT, () -> daysOff.change(added.id(), 0, hours)).dayOff());
        assertEquals(List.of("Dentist"), seenBy(me, me));
        as(me, Role.LIVE_AGENT, () -> {
            daysOff.remove(added.id());
            return null;
        });
        assertEquals(List.of(), seenBy(me, me));
        assertEquals(Refusal.NOT_FOUND, refused(me, () -> daysOff.change(added.id(), 0, FEAST)));
    }

    @Test
    void andNobodyElses() throws Exception {
        UUID me = agent();
        UUID other = agent();
        DayOffView theirs = as(other, Role.LIVE_AGENT, () -> daysOff.add(DayOffOwner.account(other), FEAST));
        assertEquals(Refusal.NOT_ALLOWED, refused(me, () -> daysOff.of(other)));
        assertEquals(Refusal.NOT_ALLOWED, refused(me, () -> daysOff.add(DayOffOwner.account(other), FEAST)));
        assertEquals(Refusal.NOT_ALLOWED, refused(me, () -> daysOff.change(theirs.id(), 0, FEAST)));
        assertEquals(Refusal.NOT_ALLOWED, refused(me, () -> {
            daysOff.remove(theirs.id());
            return null;
        }));
        assertEquals(Refusal.NOT_ALLOWED, refused(me, () -> daysOff.add(DayOffOwner.SITE, FEAST)));
        assertEquals(Refusal.NOT_ALLOWED, refused(me, () -> schedules.preview(other, ZoneId.of("UTC"), List.of(), 14)));
        assertThrows(EJBAccessException.class, () -> as(me, Role.LIVE_AGENT, () -> daysOff.all()));
        assertThrows(EJBAccessException.class, () -> as(me, Role.LIVE_AGENT, () -> daysOff.importFile(new byte[0], null)));
        assertThrows(EJBAccessException.class, () -> as(me, Role.MARKETING_ADMIN, () -> daysOff.of(me)));
        assertEquals(List.of("Feast"), seenBy(other, other));
        assertEquals(List.of(), seenBy(me, me));
    }

    @Test
    void aSalesAdminKeepsAll() throws Exception {
        UUID admin = agent();
        UUID other = agent();
        DayOffView theirs = as(admin, Role.SALES_ADMIN, () -> daysOff.add(DayOffOwner.account(other), FEAST));
        DayOffView everybodys = as(admin, Role.SALES_ADMIN, () -> daysOff.add(DayOffOwner.SITE, FEAST));
        assertEquals(List.of("Feast", "Feast"), seenBy(other, other));
        assertEquals(Refusal.NOT_ALLOWED, refused(other, () -> daysOff.change(everybodys.id(), 0, FEAST)));
        RefusedException unknown = assertThrows(RefusedException.class,
            () -> as(admin, Role.SALES_ADMIN, () -> daysOff.add(DayOffOwner.account(UUID.randomUUID()), FEAST)));
        assertEquals(Refusal.NOT_FOUND, unknown.refusal());
        as(admin, Role.SALES_ADMIN, () -> {
            daysOff.remove(everybodys.id());
            daysOff.remove(theirs.id());
            return null;
        });
        assertEquals(List.of(), seenBy(other, other));
    }

    @Test
    void aTeamsDaysOffCountForItsMembers() throws Exception {
        UUID admin = agent();
        UUID member = agent();
        UUID other = agent();
        UUID team = UUID.randomUUID();
        Sql.run("INSERT INTO team (id, version, name, changed_at) VALUES (?, 0, ?, now())", team, "Team " + team);
        Sql.run("INSERT INTO team_member VALUES (?, ?)", team, member);
        assertEquals(Refusal.NOT_ALLOWED, refused(member, () -> daysOff.add(DayOffOwner.team(team), FEAST)));
        DayOffView added = as(admin, Role.SALES_ADMIN, () -> daysOff.add(DayOffOwner.team(team), FEAST));
        assertEquals("Team " + team, added.name());
        assertEquals(List.of("Feast"), seenBy(member, member));
        assertEquals(List.of(), seenBy(other, other));
        assertEquals(Refusal.NOT_ALLOWED, refused(member, () -> daysOff.change(added.id(), 0, FEAST)));
        byte[] file = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:1@x\r\nDTSTAMP:20260101T000000Z\r\n"
            + "DTSTART;VALUE=DATE:" + LocalDate.now().plusDays(40).toString().replace("-", "")
            + "\r\nSUMMARY:Outing\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(1, as(admin, Role.SALES_ADMIN, () -> daysOff.importFile(file, team)).added());
        assertEquals(1, as(admin, Role.SALES_ADMIN, () -> daysOff.importFile(file, team)).unchanged());
        assertEquals(2, seenBy(member, member).size());
        assertEquals(Refusal.NOT_FOUND, assertThrows(RefusedException.class,
            () -> as(admin, Role.SALES_ADMIN, () -> daysOff.importFile(file, UUID.randomUUID()))).refusal());
        Sql.run("INSERT INTO team_member VALUES (?, ?)", team, other);
        assertEquals(2, seenBy(other, other).size(), "who joins later has them too");
        as(admin, Role.SALES_ADMIN, () -> {
            teams.remove(team);
            return null;
        });
        assertEquals(List.of(), seenBy(member, member));
        assertEquals(List.of(), as(admin, Role.SALES_ADMIN, () -> daysOff.all()).stream()
            .filter(day -> DayOffOwner.team(team).equals(day.owner())).toList());
    }
}
