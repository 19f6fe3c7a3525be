package org.agentinbox.web.platform;

/**
 * How often something may be done.
 *
 * @param perSecond in the long run
 * @param atOnce the reserve: so many may come in one go
 */
record Rate(double perSecond, int atOnce) {

    private static final double SECONDS_OF_AN_HOUR = 3_600;

    /** So many in one go, and as many again spread over each hour. */
    static Rate ofAnHour(int most) {
        return new Rate(most / SECONDS_OF_AN_HOUR, most);
    }
}
