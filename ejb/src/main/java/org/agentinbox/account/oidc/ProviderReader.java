package org.agentinbox.account.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.agentinbox.account.Role;
import org.agentinbox.platform.AllowedHosts;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.UnusableSettingException;

/** Turns settings into {@link Provider}s. An unusable one is told in one line, without secrets. */
final class ProviderReader {

    private static final String PROVIDERS = "agentinbox.oidc.providers";
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,40}");
    private static final int MOST_SHOWN = 200;

    private final Function<String, Optional<String>> source;
    private final Settings settings;

    ProviderReader(Function<String, Optional<String>> source, Settings settings) {
        this.source = source;
        this.settings = settings;
    }

    List<Provider> read() {
        List<Provider> providers = list(text(PROVIDERS).orElse("")).stream().map(this::provider).toList();
        if (providers.isEmpty() && !settings.localSignIn().everybody()) {
            throw unusable(PROVIDERS, "", "at least one provider, since agentinbox.sign-in.local is not on");
        }
        if (!providers.isEmpty() && settings.secrets().isEmpty()) {
            throw unusable("agentinbox.secret-key", "", "a key, since " + PROVIDERS + " is set");
        }
        return providers;
    }

    private Provider provider(String id) {
        require(ID.matcher(id).matches(), PROVIDERS, id, "names of a-z and 0-9 with commas between");
        String name = "agentinbox.oidc." + id + ".";
        Provider.ClaimNames claims = new Provider.ClaimNames(claim(name, "roles", "roles"), claim(name, "user-name", "preferred_username"),
            claim(name, "name", "name"), claim(name, "email", "email"), claim(name, "locale", "locale"));
        return new Provider(id, text(name + "name").orElse(id), issuer(name + "issuer"), needed(name + "client-id"), secret(name),
            scopes(name + "scopes"), claims, roles(name + "roles"), bool(name + "link-by-mail", false), bool(name + "user-info", true),
            bool(name + "logout", true), recheck(name + "recheck"),
            duration(name + "clock-skew", "PT1M", Duration.ZERO, Duration.ofMinutes(10)));
    }

    private String issuer(String name) {
        String text = needed(name);
        try {
            URI uri = URI.create(text);
            boolean https = "https".equals(uri.getScheme()) || new AllowedHosts(settings.oidcHosts()).allow(text);
            require(
                https && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getUserInfo() == null,
                name, text, "an https address without query, or one of agentinbox.oidc.hosts");
            return text;
        } catch (IllegalArgumentException e) {
            throw e instanceof UnusableSettingException known ? known : unusable(name, text, "an https address");
        }
    }

    private Optional<String> secret(String name) {
        Optional<String> file = text(name + "client-secret-file");
        if (file.isEmpty()) {
            return text(name + "client-secret");
        }
        try {
            return Optional.of(Files.readString(Path.of(file.get())).strip()).filter(s -> !s.isEmpty());
        } catch (IOException | InvalidPathException e) {
            throw unusable(name + "client-secret-file", file.get(), "a file that the server can read");
        }
    }

    private List<String> scopes(String name) {
        List<String> scopes = Arrays.stream(text(name).orElse("openid profile email").split("[ ,]+")).toList();
        require(scopes.contains("openid"), name, String.join(" ", scopes), "scopes with blanks between, openid among them");
        return scopes;
    }

    private Map<String, Role> roles(String name) {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (String pair : list(needed(name))) {
            int at = pair.lastIndexOf('=');
            String role = pair.substring(at + 1).strip().toUpperCase(Locale.ROOT).replace('-', '_');
            boolean known = at > 0 && Arrays.stream(Role.values()).anyMatch(one -> one.name().equals(role));
            require(known, name, pair,
                "value=role with commas between; roles are live-agent, calendar-agent, sales-admin, marketing-admin");
            roles.put(pair.substring(0, at).strip(), Role.valueOf(role));
        }
        return Map.copyOf(roles);
    }

    private Optional<Duration> recheck(String name) {
        return text(name).filter("off"::equalsIgnoreCase).isPresent() ? Optional.empty()
            : Optional.of(duration(name, "PT5M", Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    private Duration duration(String name, String fallback, Duration least, Duration most) {
        String text = text(name).orElse(fallback);
        String allowed = "an ISO 8601 duration from " + least + " to " + most + ", such as " + fallback;
        try {
            Duration value = Duration.parse(text);
            require(value.compareTo(least) >= 0 && value.compareTo(most) <= 0, name, text, allowed);
            return value;
        } catch (DateTimeException e) {
            throw unusable(name, text, allowed);
        }
    }

    private boolean bool(String name, boolean fallback) {
        String text = text(name).orElse(Boolean.toString(fallback));
        require(text.equals("true") || text.equals("false"), name, text, "true or false");
        return text.equals("true");
    }

    private String claim(String name, String which, String fallback) {
        return text(name + "claim." + which).orElse(fallback);
    }

    private String needed(String name) {
        return text(name).orElseThrow(() -> unusable(name, "", "a value, since " + PROVIDERS + " names this provider"));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).distinct().toList();
    }

    private Optional<String> text(String name) {
        return source.apply(name).map(String::strip).filter(s -> !s.isEmpty());
    }

    private static void require(boolean usable, String name, String text, String allowed) {
        if (!usable) {
            throw unusable(name, text, allowed);
        }
    }

    private static UnusableSettingException unusable(String name, String text, String allowed) {
        String shown = text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?");
        return new UnusableSettingException("Setting " + name + " has the unusable value \""
            + shown.substring(0, Math.min(shown.length(), MOST_SHOWN)) + "\"; allowed is " + allowed + ".");
    }
}
