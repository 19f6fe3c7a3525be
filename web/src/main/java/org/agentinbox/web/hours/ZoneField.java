package org.agentinbox.web.hours;

import java.io.Serializable;
import java.util.Optional;

/** The field for the time zone: the text in it, and the last zone that was recognised. */
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

    /** Reads the text; where it names no zone, the earlier zone stays. */
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

    /** @return the last zone that was recognised */
    public String getChosen() {
        return chosen;
    }

    /** @return whether the text names no zone */
    public boolean isUnknown() {
        return unknown;
    }

    /** @return the text, or null */
    public String getWritten() {
        return written;
    }

    public void setWritten(String written) {
        this.written = written;
    }

    /** @return the zone of the browser's computer, or null */
    public String getBrowsers() {
        return browsers;
    }

    public void setBrowsers(String browsers) {
        this.browsers = browsers;
    }
}
