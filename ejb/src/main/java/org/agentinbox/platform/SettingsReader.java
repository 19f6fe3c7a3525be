package org.agentinbox.platform;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * Turns names and values into {@link Settings}. An invalid value is reported in one line that names the setting, the value and what is
 * allowed (ear/src/docs/administrators.md#settings).
 */
final class SettingsReader {

    private static final int FRAME_LIMIT_CHARACTERS = 10_000;
    private static final int MOST_SHOWN = 200;
    /**
     * A tenth of what a node takes. An office whose hundreds of people share one address needs a socket and some requests for each of them.
     */
    private static final int CONNECTIONS_PER_ADDRESS = 2_000;
    /** The same rule as for all accounts, see {@code AccountService.create}. */
    private static final Pattern USER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    /** The push services of the browsers that support Web Push. */
    private static final String PUSH_HOSTS = "fcm.googleapis.com,updates.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com";
    private static final Pattern API_KEY = Pattern.compile("[!-~]{1,1000}");
    private static final Pattern MODEL = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]{1,200}");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private final Function<String, Optional<String>> source;

    /** @param source gives the text of a setting by its name, or empty where none is set */
    SettingsReader(Function<String, Optional<String>> source) {
        this.source = source;
    }

    Settings read() {
        return new Settings(
            duration("agentinbox.offer.timeout", "PT100S", Duration.ofSeconds(1), Duration.ofHours(1)),
            integer("agentinbox.chats.per-agent", 10, 1, 1_000),
            duration("agentinbox.chat.idle-timeout", "PT10M", Duration.ofSeconds(1), Duration.ofDays(1)),
            days("agentinbox.history.retention", "P90D", 1, 3_650),
            days("agentinbox.audit.retention", "P400D", 30, 3_650),
            integer("agentinbox.message.max-length", FRAME_LIMIT_CHARACTERS, 1, FRAME_LIMIT_CHARACTERS),
            bool("agentinbox.demo", false),
            firstAdmin(),
            origins("agentinbox.widget.allowed-origins"),
            duration("agentinbox.sign-in.duration", "PT12H", Duration.ofMinutes(5), Duration.ofDays(30)),
            duration("agentinbox.sign-in.idle", "PT30M", Duration.ofMinutes(5), Duration.ofDays(30)),
            mailAddress("agentinbox.mail.from"),
            address("agentinbox.url"),
            hosts("agentinbox.push.hosts", PUSH_HOSTS, PUSH_HOSTS),
            new Settings.Batch(zone("agentinbox.batch.zone", "UTC"), time("agentinbox.batch.purge-at", "03:30"),
                time("agentinbox.batch.summary-at", "00:30")),
            secrets("agentinbox.secret-key"),
            hosts("agentinbox.caldav.hosts", "", "calendar.example.internal,https://10.1.2.3:8443"),
            duration("agentinbox.caldav.poll", "PT2M", Duration.ofSeconds(1), Duration.ofDays(1)),
            summaryEndpoint(),
            integer("agentinbox.reports.topic-chats", 3, 1, 1_000),
            new Settings.Network(addresses("agentinbox.proxies"), most("agentinbox.connections.per-address", CONNECTIONS_PER_ADDRESS),
                strangers()),
            adminPasskey("agentinbox.admin.passkey"),
            new Settings.Invitations(most("agentinbox.invitations.per-hour", 10), most("agentinbox.invitations.per-day", 20)),
            unlessOff("agentinbox.chat.agent-lost", name -> duration(name, "PT5M", Duration.ofSeconds(1), Duration.ofDays(1))),
            integer("agentinbox.agent.auto-away", 0, 0, 100),
            localSignIn("agentinbox.sign-in.local"),
            hosts("agentinbox.oidc.hosts", "", "login.example.internal,https://10.1.2.3:8443"));
    }

    /** The reasons for these figures are in ear/src/docs/administrators.md#what-a-stranger-can-ask-of-a-node. */
    private Settings.StrangerLimits strangers() {
        return new Settings.StrangerLimits(
            most("agentinbox.sockets.per-address", 1_000),
            most("agentinbox.sockets.per-visitor", 20),
            most("agentinbox.new-visitors.per-address", 600),
            most("agentinbox.chat-requests.per-address", 300),
            most("agentinbox.chat-requests.per-visitor", 30),
            most("agentinbox.key-tries.per-address", 60));
    }

    private int most(String name, int fallback) {
        return integer(name, fallback, 1, 1_000_000);
    }

    private <T> Optional<T> unlessOff(String name, Function<String, T> value) {
        return text(name).filter("off"::equalsIgnoreCase).isPresent() ? Optional.empty() : Optional.of(value.apply(name));
    }

    private Duration duration(String name, String fallback, Duration least, Duration most) {
        String text = text(name).orElse(fallback);
        String allowed = "an ISO 8601 duration from " + least + " to " + most + ", such as " + fallback;
        try {
            Duration value = Duration.parse(text);
            return require(value.compareTo(least) >= 0 && value.compareTo(most) <= 0, value, name, text, allowed);
        } catch (DateTimeException e) {
            throw unusable(name, text, allowed);
        }
    }

    private Period days(String name, String fallback, int least, int most) {
        String text = text(name).orElse(fallback);
        String allowed = "an ISO 8601 period in days from P" + least + "D to P" + most + "D, such as " + fallback;
        try {
            Period value = Period.parse(text);
            boolean inRange = value.toTotalMonths() == 0 && value.getDays() >= least && value.getDays() <= most;
            return require(inRange, value, name, text, allowed);
        } catch (DateTimeException e) {
            throw unusable(name, text, allowed);
        }
    }

    private int integer(String name, int fallback, int least, int most) {
        String text = text(name).orElse(Integer.toString(fallback));
        String allowed = "a whole number from " + least + " to " + most;
        try {
            int value = Integer.parseInt(text);
            return require(value >= least && value <= most, value, name, text, allowed);
        } catch (NumberFormatException e) {
            throw unusable(name, text, allowed);
        }
    }

    private boolean bool(String name, boolean fallback) {
        String text = text(name).orElse(Boolean.toString(fallback)).toLowerCase(Locale.ROOT);
        return require(text.equals("true") || text.equals("false"), text, name, text, "true or false").equals("true");
    }

    private ZoneId zone(String name, String fallback) {
        String text = text(name).orElse(fallback);
        return require(ZoneId.getAvailableZoneIds().contains(text), text, name, text,
            "the IANA name of a time zone, such as Europe/Berlin or " + fallback)
            .transform(ZoneId::of);
    }

    private Optional<LocalTime> time(String name, String fallback) {
        String text = text(name).orElse(fallback);
        if (text.equalsIgnoreCase("off")) {
            return Optional.empty();
        }
        require(TIME.matcher(text).matches(), text, name, text, "a time of the day from 00:00 to 23:59, such as " + fallback + ", or off");
        return Optional.of(LocalTime.parse(text));
    }

    private Optional<Settings.FirstAdmin> firstAdmin() {
        Optional<String> user = text("agentinbox.admin.user");
        Optional<String> password = text("agentinbox.admin.password");
        if (user.isPresent() != password.isPresent()) {
            String missing = user.isPresent() ? "agentinbox.admin.password" : "agentinbox.admin.user";
            throw unusable(missing, "", "a value, since the other one of agentinbox.admin.user and .password is set");
        }
        user.ifPresent(u -> require(USER_NAME.matcher(u).matches(), u, "agentinbox.admin.user", u,
            "1 to 100 of a-z, 0-9, '.', '_', '@', '-', beginning with a letter or digit"));
        // The password is never part of a message.
        password.ifPresent(p -> require(p.length() >= 12, p, "agentinbox.admin.password", "(not shown)", "at least 12 characters"));
        return user.map(u -> new Settings.FirstAdmin(u, password.orElseThrow()));
    }

    /** Where passkeys cannot be used, requiring them would lock all administrators out. */
    private boolean adminPasskey(String name) {
        String text = text(name).orElse("optional").toLowerCase(Locale.ROOT);
        boolean required = require(text.equals("required") || text.equals("optional"), text, name, text, "required or optional")
            .equals("required");
        if (required && address("agentinbox.url").flatMap(SecureOrigin::of).isEmpty()) {
            throw unusable("agentinbox.url", text("agentinbox.url").orElse(""), "an https address with a host name, such as "
                + "https://chat.example.com/inbox/, or one of http://localhost, since " + name + " is required");
        }
        return required;
    }

    private Settings.LocalSignIn localSignIn(String name) {
        String text = text(name).orElse("on").toLowerCase(Locale.ROOT);
        if (text.equals("on") || text.equals("off")) {
            return new Settings.LocalSignIn(text.equals("on"), Set.of());
        }
        return new Settings.LocalSignIn(false, Arrays.stream(text.split(",")).map(String::strip)
            .map(user -> require(USER_NAME.matcher(user).matches(), user, name, user,
                "on, off, or the user names of those who may, with commas between"))
            .collect(Collectors.toUnmodifiableSet()));
    }

    private Optional<Settings.SummaryEndpoint> summaryEndpoint() {
        Optional<String> endpoint = text("agentinbox.summary.endpoint");
        Optional<String> model = text("agentinbox.summary.model");
        // The key is never part of a message.
        Optional<String> key = text("agentinbox.summary.api-key");
        key.ifPresent(k -> require(API_KEY.matcher(k).matches(), k, "agentinbox.summary.api-key", "(not shown)",
            "1 to 1,000 visible ASCII characters"));
        Duration timeout = duration("agentinbox.summary.timeout", "PT15S", Duration.ofSeconds(1), Duration.ofSeconds(25));
        boolean redact = bool("agentinbox.summary.redact", true);
        if (endpoint.isEmpty() && (model.isPresent() || key.isPresent())) {
            throw unusable("agentinbox.summary.endpoint", "",
                "a value, since agentinbox.summary." + (model.isPresent() ? "model" : "api-key") + " is set");
        }
        return endpoint.map(text -> new Settings.SummaryEndpoint(endpoint("agentinbox.summary.endpoint", text),
            model(model.orElse("")), key, timeout, redact));
    }

    private static String model(String text) {
        return require(MODEL.matcher(text).matches(), text, "agentinbox.summary.model", text,
            "1 to 200 characters, what the endpoint calls the model");
    }

    private static URI endpoint(String name, String text) {
        boolean usable = isWebAddress(text) && (text.startsWith("https:") || LocalHosts.isLocal(URI.create(text).getHost()));
        return URI
            .create(require(usable, text, name, text, "an https address without query, such as https://api.example.com/v1, or an http one "
                + "of a host inside your network, such as http://localhost:11434/v1").replaceFirst("/+$", ""));
    }

    private Set<String> origins(String name) {
        Set<String> origins = new LinkedHashSet<>();
        text(name).ifPresent(list -> Arrays.stream(list.split(",")).map(String::strip).filter(s -> !s.isEmpty())
            .forEach(origin -> origins.add(require(isOrigin(origin), origin, name, origin,
                "web origins with commas between, such as https://www.example.com"))));
        return Set.copyOf(origins);
    }

    private Set<String> hosts(String name, String fallback, String example) {
        String list = text(name).orElse(fallback);
        return Arrays.stream(list.split(",")).map(String::strip).filter(s -> !s.isEmpty())
            .map(host -> require(HOST.matcher(host).matches() || isOrigin(host), host, name, host,
                "host names, *.host names or web origins with commas between, such as " + example))
            .collect(Collectors.toUnmodifiableSet());
    }

    private Set<AddressRange> addresses(String name) {
        return Arrays.stream(text(name).orElse("").split(",")).map(String::strip).filter(s -> !s.isEmpty())
            .map(range -> AddressRange.parse(range).orElseThrow(() -> unusable(name, range,
                "IP addresses or ranges of them with commas between, such as 10.1.2.3,172.16.0.0/12,fd00::/8")))
            .collect(Collectors.toUnmodifiableSet());
    }

    /** The key is never part of a message. */
    private Optional<SecretBox> secrets(String name) {
        return text(name).map(key -> {
            try {
                return new SecretBox(Base64.getDecoder().decode(key));
            } catch (IllegalArgumentException e) {
                throw unusable(name, "(not shown)", SecretBox.KEY_BYTES + " random bytes in Base64, such as openssl rand -base64 32 makes");
            }
        });
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = URI.create(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null
                && text.equals(uri.getScheme() + "://" + uri.getRawAuthority()) && uri.getUserInfo() == null
                && text.equals(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<String> mailAddress(String name) {
        Optional<String> text = text(name);
        text.ifPresent(t -> require(isMailAddress(t), t, name, t,
            "an email address, such as inbox@example.com or Agent Inbox <inbox@example.com>"));
        return text;
    }

    private static boolean isMailAddress(String text) {
        try {
            InternetAddress[] addresses = InternetAddress.parse(text, true);
            return addresses.length == 1 && !addresses[0].isGroup() && addresses[0].getAddress().matches("[^@]+@[^@]+")
                && text.codePoints().noneMatch(Character::isISOControl);
        } catch (AddressException e) {
            return false;
        }
    }

    /** Ends in a slash, so that relative links resolve. */
    private Optional<URI> address(String name) {
        Optional<String> text = text(name);
        text.ifPresent(t -> require(isWebAddress(t), t, name, t,
            "a web address without query, such as https://chat.example.com/inbox/"));
        return text.map(t -> URI.create(t.endsWith("/") ? t : t + "/"));
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null
                && uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<String> text(String name) {
        return source.apply(name).map(String::strip).filter(s -> !s.isEmpty());
    }

    private static <T> T require(boolean usable, T value, String name, String text, String allowed) {
        if (!usable) {
            throw unusable(name, text, allowed);
        }
        return value;
    }

    private static UnusableSettingException unusable(String name, String text, String allowed) {
        // The message must stay one line and short: control characters and line breaks are replaced, and a long value is cut.
        String shown = text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?");
        String value = shown.length() <= MOST_SHOWN ? shown : shown.substring(0, MOST_SHOWN) + "…";
        return new UnusableSettingException("Setting " + name + " has the unusable value \"" + value + "\"; allowed is " + allowed + ".");
    }
}
