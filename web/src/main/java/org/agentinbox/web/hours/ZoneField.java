package org.agentinbox.web.hours;

import java.io.Serializable;
import java.util.Optional;

/** The field for the time zone: what is written in it, and the zone that was last understood. */
public class ZoneField implements Serializable {

    private static final long serialVersionUID = 1L;

    private String written;
    private String chosen;
    private String browsers;
    private boolean unknown;

    public ZoneField(String zone) {
        written = zone;
        chosen = zone;
    }

    /** Understands what is written, or keeps the zone that was there. */
    public void read() {
        Optional<String> found = TimeZones.find(written);
        unknown = found.isEmpty();
        found.ifPresent(zone -> {
            chosen = zone;
            written = zone;
        });
    }

    public void takeBrowsers() {
        TimeZones.find(browsers).ifPresent(zone -> written = zone);
        read();
    }

    /** @return the zone that was last understood */
    public String getChosen() {
        return chosen;
    }

    /** @return whether what is written is no zone */
    public boolean isUnknown() {
        return unknown;
    }

    /** @return what is written, or null */
    public String getWritten() {
        return written;
    }

    /** @param written what somebody wrote or chose, or null */
    public void setWritten(String written) {
        this.written = written;
    }

    /** @return the zone of the browser's machine, or null */
    public String getBrowsers() {
        return browsers;
    }

    /** @param browsers the zone of the browser's machine, or null */
    public void setBrowsers(String browsers) {
        this.browsers = browsers;
    }
}
