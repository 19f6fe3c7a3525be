package org.agentinbox.meeting.caldav;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Who we are at a calendar server. */
record Credentials(String user, String password) {

    /** RFC 7617 */
    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
