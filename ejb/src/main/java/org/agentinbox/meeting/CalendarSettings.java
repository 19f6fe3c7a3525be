package org.agentinbox.meeting;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.agentinbox.hours.Block;
import org.agentinbox.hours.Schedule;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;

/**
 * An agent's settings for meetings.
 *
 * @param zone the time zone of the blocks; for an agent who takes live chats, that of their live-chat hours
 * @param blocks of the week in which meetings take place, in order; where there are none, the agent cannot be met
 * @param lengthMinutes of a meeting, 5 to 480
 * @param bufferMinutes after a meeting, 0 to 240
 * @param noticeMinutes how long before its start a slot can be booked at the latest, 0 to 20,160 (14 days)
 * @param horizonDays how far ahead a slot can be booked, 1 to 365
 * @param invitation text of the invitation, with tokens ({@link InvitationText}); null for the standard text
 * @param videoLink an https address of the meeting; null where there is none
 * @param fallback what visitors read where no slot is free; null for the standard text
 */
public record CalendarSettings(ZoneId zone, List<Block> blocks, int lengthMinutes, int bufferMinutes, int noticeMinutes, int horizonDays,
    String invitation, String videoLink, String fallback) {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_LINK = 1_000;

    static CalendarSettings initial() {
        return new CalendarSettings(ZoneId.of("UTC"), List.of(), 30, 0, 120, 60, null, null, null);
    }

    /** @throws RefusedException of the field that is invalid; {@code blocks[i]} as in {@link Schedule} */
    CalendarSettings checked() {
        Schedule week = new Schedule(Schedule.zone(zone.getId()), blocks);
        within("lengthMinutes", lengthMinutes, 5, 480);
        within("bufferMinutes", bufferMinutes, 0, 240);
        within("noticeMinutes", noticeMinutes, 0, 14 * 24 * 60);
        within("horizonDays", horizonDays, 1, 365);
        InvitationText.firstUnknown(invitation == null ? "" : invitation).ifPresent(token -> {
            throw RefusedException.ofField("invitation", "there is no " + token);
        });
        return new CalendarSettings(week.zone(), week.blocks(), lengthMinutes, bufferMinutes, noticeMinutes, horizonDays,
            text("invitation", invitation),
            link(videoLink), text("fallback", fallback));
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw RefusedException.ofField(field, least + " to " + most);
        }
    }

    private static String text(String field, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.codePointCount(0, value.length()) > LONGEST_TEXT) {
            throw RefusedException.ofField(field, "at most " + LONGEST_TEXT + " characters");
        }
        return TextRules.message(value.strip(), LONGEST_TEXT);
    }

    private static String link(String value) {
        String link = TextRules.line("videoLink", value, LONGEST_LINK);
        if (link == null) {
            return null;
        }
        try {
            URI uri = URI.create(link);
            if (Set.of("https", "http").contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) && uri.getHost() != null) {
                return link;
            }
        } catch (IllegalArgumentException e) {
            // The same refusal as for other invalid addresses follows.
        }
        throw RefusedException.ofField("videoLink", "an address such as https://video.example.com/room");
    }
}
