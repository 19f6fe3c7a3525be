package org.agentinbox.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.agentinbox.account.AccountSetup;
import org.agentinbox.account.DemoAccounts;
import org.agentinbox.account.Photo;
import org.agentinbox.account.Role;
import org.agentinbox.activity.DemoActivities;
import org.agentinbox.answer.DemoAnswers;
import org.agentinbox.availability.DemoHours;
import org.agentinbox.companyaccount.DemoCompanyAccounts;
import org.agentinbox.meeting.DemoMeetings;
import org.agentinbox.platform.Settings;
import org.agentinbox.summary.FinalSummaries;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Fills an empty database, so that every feature has something to show. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class DemoData {

    private static final Logger LOG = Logger.getLogger(DemoData.class.getName());

    @Inject
    private Settings settings;
    @Inject
    private AccountSetup setup;
    @Inject
    private DemoAccounts accounts;
    @Inject
    private DemoConfiguration configuration;
    @Inject
    private DemoHours hours;
    @Inject
    private DemoAnswers answers;
    @Inject
    private DemoChats chats;
    @Inject
    private DemoMissedRequest missed;
    @Inject
    private DemoActivities activities;
    @Inject
    private DemoMeetings meetings;
    @Inject
    private DemoCompanyAccounts companies;
    @Inject
    private FinalSummaries summaries;

    @PostConstruct
    void fill() {
        if (settings.demo() && setup.isNeeded()) {
            Map<String, UUID> agents = Map.of(
                "ana", account("ana", "Ana Silva", Role.LIVE_AGENT),
                "ben", account("ben", "Ben Okafor", Role.LIVE_AGENT),
                "chae", account("chae", "Chae Yoon-seo", Role.LIVE_AGENT));
            configuration.apply(resource("configuration.json"));
            companies.add(resource("accounts.csv"));
            hours.weekdays(agents.get("ana"), "Europe/Lisbon", "09:00-12:30", "13:30-18:00");
            hours.weekdays(agents.get("ben"), "America/New_York", "08:00-16:00");
            hours.weekdays(agents.get("chae"), "Asia/Seoul", "10:00-13:00", "14:00-19:00");
            UUID cal = account("cal", "Cal Reyes", Role.CALENDAR_AGENT);
            account("sam", "Sam Lindqvist", Role.SALES_ADMIN);
            account("mia", "Mia Brandt", Role.MARKETING_ADMIN);
            answers.add(resource("answers-ana.csv"), agents.get("ana"));
            answers.add(resource("answers-chae.csv"), agents.get("chae"));
            int count = chats.load(agents) + 1;
            missed.add(agents);
            activities.add();
            calendars(agents.get("ana"), agents.get("ben"), cal);
            summaries.expectMissing();
            LOG.info(() -> "Demo data: 6 accounts and " + count + " past chats.");
        }
    }

    private void calendars(UUID ana, UUID ben, UUID cal) {
        meetings.calendar(ana, "Europe/Lisbon", 30, "10:00-12:00", "14:00-17:00");
        meetings.calendar(ben, "America/New_York", 45, "09:00-12:00");
        meetings.calendar(cal, "Europe/Berlin", 60, "09:00-12:00", "13:00-16:00");
        Stream.of(meetings.meetings(ana, ana), meetings.meetings(ben, ben), meetings.meetings(cal, ana)).flatMap(List::stream)
            .forEach(activities::scheduled);
    }

    private UUID account(String userName, String displayName, Role role) {
        return accounts.add(userName, displayName, role, new Photo("image/svg+xml", resource(userName + ".svg")));
    }

    private static byte[] resource(String name) {
        try (InputStream in = DemoData.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
