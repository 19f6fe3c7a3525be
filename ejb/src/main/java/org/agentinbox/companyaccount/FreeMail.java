package org.agentinbox.companyaccount;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The domains at which anybody can have an email address; they are in {@code free-mail.txt}. */
final class FreeMail {

    private static final String ANY = ".*";
    private static final List<String> LINES = read();
    private static final Set<String> DOMAINS = LINES.stream().filter(line -> !line.endsWith(ANY)).collect(Collectors.toSet());
    /** First labels that count below any public suffix. */
    private static final Set<String> NAMES = LINES.stream().filter(line -> line.endsWith(ANY))
        .map(line -> line.substring(0, line.length() - ANY.length())).collect(Collectors.toSet());

    private FreeMail() {}

    private static List<String> read() {
        try (BufferedReader in = new BufferedReader(
            new InputStreamReader(FreeMail.class.getResourceAsStream("free-mail.txt"), StandardCharsets.UTF_8))) {
            return in.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param domains a domain and those above it, down to the one that somebody registered */
    static boolean isAmong(List<String> domains) {
        String registered = domains.get(domains.size() - 1);
        return domains.stream().anyMatch(DOMAINS::contains) || NAMES.contains(registered.substring(0, registered.indexOf('.')));
    }
}
