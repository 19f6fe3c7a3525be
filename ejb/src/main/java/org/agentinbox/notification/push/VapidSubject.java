package org.agentinbox.notification.push;

import org.agentinbox.platform.Settings;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Whom the people of a push service can ask about us (RFC 8292, section 2.1). */
final class VapidSubject {

    /** Where nothing is set: push services want an address, and look at its form at most. */
    static final String UNKNOWN = "mailto:nobody@example.com";

    private VapidSubject() {}

    /** @return where the inbox is found, if that is an https address, else the sender of our emails, else nobody */
    static String of(Settings settings) {
        return settings.url().filter(url -> "https".equals(url.getScheme())).map(Object::toString)
            .or(() -> settings.mailFrom().map(VapidSubject::mailto))
            .orElse(UNKNOWN);
    }

    private static String mailto(String from) {
        try {
            return "mailto:" + new InternetAddress(from).getAddress();
        } catch (AddressException e) {
            throw new IllegalStateException("The settings have let " + from + " pass.", e);
        }
    }
}
