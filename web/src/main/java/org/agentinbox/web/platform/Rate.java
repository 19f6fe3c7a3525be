package org.agentinbox.web.platform;

/**
 * How often something may be done.
 *
 * @param perSecond in the long run
 * @param atOnce how many may come at once
 */
record Rate(double perSecond, int atOnce) {

    private static final double SECONDS_OF_AN_HOUR = 3_600;

    /** This many at once, and this many spread over each hour. */
    static Rate ofAnHour(int most) {
        return new Rate(most / SECONDS_OF_AN_HOUR, most);
    }
}
