package org.agentinbox.web.now;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.agentinbox.now.NowHour;

/**
 * An hour of the plot of the day: 24 columns of 10 units, 48 units high. The script draws the same (assets/admin/now-day.js).
 *
 * @param hour 0 to 23
 * @param requested how many chats were requested
 * @param connected of these, how many an agent accepted
 * @param x the left edge of the bar
 * @param connectedY the upper edge of the part of the accepted
 * @param connectedHeight its height
 * @param restY the upper edge of the part of the others
 * @param restHeight its height
 */
public record HourBar(int hour, int requested, int connected, int x, int connectedY, int connectedHeight, int restY, int restHeight) {

    private static final int HEIGHT = 48;

    static int most(List<NowHour> hours) {
        return hours.stream().mapToInt(NowHour::requested).max().orElse(0);
    }

    static List<HourBar> of(List<NowHour> hours) {
        Map<Integer, NowHour> known = hours.stream().collect(Collectors.toMap(NowHour::hour, Function.identity()));
        int most = Math.max(1, most(hours));
        return IntStream.range(0, 24).mapToObj(hour -> of(known.getOrDefault(hour, new NowHour(hour, 0, 0)), most)).toList();
    }

    private static HourBar of(NowHour hour, int most) {
        int all = Math.round((float) HEIGHT * hour.requested() / most);
        int connected = Math.round((float) HEIGHT * hour.connected() / most);
        return new HourBar(hour.hour(), hour.requested(), hour.connected(), hour.hour() * 10 + 1, HEIGHT - connected, connected,
            HEIGHT - all, all - connected);
    }
}
