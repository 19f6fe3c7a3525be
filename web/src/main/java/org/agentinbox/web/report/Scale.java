package org.agentinbox.web.report;

import java.util.function.LongFunction;

/**
 * The scale of a plot's vertical axis.
 *
 * @param top the value of the highest line, above 0
 * @param topText in words
 * @param middleText half of it in words
 */
record Scale(long top, String topText, String middleText) {

    private static final long SECOND = 1_000;
    private static final long[] TIMES = {10 * SECOND, 20 * SECOND, 30 * SECOND, 60 * SECOND, 120 * SECOND, 300 * SECOND, 600 * SECOND,
        1_200 * SECOND, 1_800 * SECOND,
        3_600 * SECOND, 7_200 * SECOND, 14_400 * SECOND, 28_800 * SECOND, 43_200 * SECOND, 86_400 * SECOND};

    /** The smallest of 2, 4, 6, 10, 20, 40 and so on that is large enough; half of each is a whole number. */
    static Scale ofNumbers(long most, LongFunction<String> text) {
        long top = 2;
        for (long ten = 1; top < most; ten *= 10) {
            for (long step : new long[]{2, 4, 6, 10}) {
                if (top < most) {
                    top = step * ten;
                }
            }
        }
        return new Scale(top, text.apply(top), text.apply(top / 2));
    }

    /** The smallest usual duration that is large enough, in milliseconds. */
    static Scale ofTimes(long most, LongFunction<String> text) {
        for (long time : TIMES) {
            if (time >= most) {
                return new Scale(time, text.apply(time), text.apply(time / 2));
            }
        }
        long day = TIMES[TIMES.length - 1];
        long days = (most + day - 1) / day * day;
        return new Scale(days, text.apply(days), text.apply(days / 2));
    }
}
