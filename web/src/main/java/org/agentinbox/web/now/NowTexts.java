package org.agentinbox.web.now;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

import org.agentinbox.availability.Availability.Source;
import org.agentinbox.now.AgentState;
import org.agentinbox.now.NowAgent;
import org.agentinbox.now.NowWaiting;
import org.agentinbox.web.account.CurrentUser;
import org.agentinbox.web.platform.Bundles;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The words of the page, as its script writes them too. */
@RequestScoped
class NowTexts {

    private static final String NONE = "-";

    @Inject
    private CurrentUser user;
    private ResourceBundle texts;
    private Locale locale;

    @PostConstruct
    void load() {
        locale = Locale.forLanguageTag(user.getLanguage());
        texts = Bundles.bundle("inbox", locale);
    }

    String text(String key, Object... values) {
        String text = texts.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return text;
    }

    String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    String orDash(String value) {
        return value == null ? NONE : value;
    }

    String clock(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(locale).withZone(zone).format(at);
    }

    String state(AgentState state) {
        return text("now.state." + state);
    }

    /** What decides, and until when, by the clock of the figures' zone; the script writes it by the reader's own. */
    String why(NowAgent agent, ZoneId zone) {
        String source = text("now.source." + agent.availability().source());
        if (agent.availability().until() == null) {
            return agent.availability().source() == Source.SCHEDULE && !agent.availability().available() ? text("now.noHours") : source;
        }
        String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withLocale(locale).withZone(zone)
            .format(agent.availability().until());
        return text("now.until", source, time);
    }

    String place(NowWaiting one) {
        if (one.offeredToName() != null) {
            return text("now.offeredTo", one.offeredToName());
        }
        return one.place() == null ? NONE : number(one.place());
    }

    String millis(Long millis) {
        return millis == null ? NONE : passed(Duration.ofMillis(millis));
    }

    /** Minutes and seconds, from an hour on with hours; a clock that goes ahead makes nothing negative. */
    static String passed(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 3_600 ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
            : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
}
