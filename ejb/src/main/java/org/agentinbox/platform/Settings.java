package org.agentinbox.platform;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the product, read and checked once at start.
 *
 * @param offerTimeout how long an agent has to answer an offer; 1 s to 1 h
 * @param chatsPerAgent the most live chats of an agent at a time, pending offers counted; 1 to 1,000
 * @param idleTimeout after how long without a message a chat ends; 1 s to 1 day
 * @param retention how long history is kept; 1 day to 10 years
 * @param auditRetention how long entries of the audit trail are kept; 30 days to 10 years
 * @param messageMaxLength the most characters (code points) of a message; 1 to 10,000
 * @param demo whether demo data is created where no account exists
 * @param admin the first administrator, where no account exists yet
 * @param allowedOrigins web origins beside our own whose pages may embed the widget, such as {@code https://www.example.com}
 * @param signInDuration how long a sign-in lasts; 5 min to 30 days
 * @param signInIdle after how long without a request or a live socket a sign-in ends; 5 min to 30 days
 * @param mailFrom the sender of emails, an address or {@code Name <address>}; where it is missing, no emails are sent
 * @param url the address of the inbox, ending in a slash, for links in emails
 * @param pushHosts push services that may be called: host names, host names behind {@code *.}, or whole origins
 * @param batch when the nightly jobs run
 * @param secrets encrypts secrets that must be readable again; where it is missing, features that need it cannot be used
 * @param caldavHosts calendar servers inside our own network that may be called: host names, host names behind {@code *.}, or whole origins
 * @param caldavPoll how often a connected calendar is read; 1 s to 1 day
 * @param summary the endpoint that writes summaries instead of the built-in method; missing where there is none
 * @param topicChats in how many chats of a report's period a topic must occur that is not on the administrators' list; 1 to 1,000
 * @param network trusted proxies, and limits for each address
 * @param adminPasskey whether administrators reach nothing before they have signed in with a passkey
 * @param invitations how many invitations visitors may have sent
 * @param agentLost after how long without its agent's connection a chat is offered to others; 1 s to 1 day; missing for never
 * @param autoAway after how many offers in a row that lapsed an agent is switched to unavailable; 0 to 100, 0 for never
 * @param localSignIn who may sign in with a password or a passkey of ours
 * @param oidcHosts OpenID providers inside our own network that may be called, as {@code caldavHosts}
 */
public record Settings(
    Duration offerTimeout,
    int chatsPerAgent,
    Duration idleTimeout,
    Period retention,
    Period auditRetention,
    int messageMaxLength,
    boolean demo,
    Optional<FirstAdmin> admin,
    Set<String> allowedOrigins,
    Duration signInDuration,
    Duration signInIdle,
    Optional<String> mailFrom,
    Optional<URI> url,
    Set<String> pushHosts,
    Batch batch,
    Optional<SecretBox> secrets,
    Set<String> caldavHosts,
    Duration caldavPoll,
    Optional<SummaryEndpoint> summary,
    int topicChats,
    Network network,
    boolean adminPasskey,
    Invitations invitations,
    Optional<Duration> agentLost,
    int autoAway,
    LocalSignIn localSignIn,
    Set<String> oidcHosts) {

    /**
     * Who may sign in with a password or a passkey, where people come by an OpenID provider.
     *
     * @param everybody whether everybody may
     * @param breakGlass the user names of those who may where not everybody may, for the day on which no provider answers; in lower case
     */
    public record LocalSignIn(boolean everybody, Set<String> breakGlass) {

        /**
         * @param userName in lower case
         * @return whether this person may
         */
        public boolean allows(String userName) {
            return everybody || breakGlass.contains(userName);
        }

        /** @return whether nobody may */
        public boolean isOff() {
            return !everybody && breakGlass.isEmpty();
        }
    }

    /**
     * @param user the user name
     * @param password used once: it must be changed at the first sign-in
     */
    public record FirstAdmin(String user, String password) {

        @Override
        public String toString() {
            return "FirstAdmin[" + user + "]";
        }
    }

    /**
     * @param zone the zone of the times, and of the days in reports
     * @param purgeAt when the history is purged; where it is missing, only when somebody starts the job
     * @param summaryAt when missing summaries and the daily figures are made; where it is missing, only when somebody starts the job
     */
    public record Batch(ZoneId zone, Optional<LocalTime> purgeAt, Optional<LocalTime> summaryAt) {}

    /**
     * @param proxies reverse proxies whose {@code X-Forwarded-…} headers are believed; those of all others are ignored
     * @param connectionsPerAddress the most connections that one address may have open at this node, proxies excepted; 1 to 1,000,000
     * @param strangers limits for clients that are not signed in
     */
    public record Network(Set<AddressRange> proxies, int connectionsPerAddress, StrangerLimits strangers) {}

    /**
     * The most invitations to one address that visitors have sent by booking and moving meetings.
     *
     * @param perHour 1 to 1,000,000
     * @param perDay 1 to 1,000,000
     */
    public record Invitations(int perHour, int perDay) {}

    /**
     * Limits that each node counts for itself. In IPv6 a whole /64 counts as one address. An hourly limit may be used up at once.
     *
     * @param socketsPerAddress open at a time; 1 to 1,000,000
     * @param socketsPerVisitor open at a time; 1 to 1,000,000
     * @param newVisitorsPerAddress in an hour; 1 to 1,000,000
     * @param chatRequestsPerAddress in an hour; 1 to 1,000,000
     * @param chatRequestsPerVisitor in an hour; 1 to 1,000,000
     * @param keyTriesPerAddress wrong API keys in an hour; 1 to 1,000,000
     */
    public record StrangerLimits(int socketsPerAddress, int socketsPerVisitor, int newVisitorsPerAddress, int chatRequestsPerAddress,
        int chatRequestsPerVisitor, int keyTriesPerAddress) {}

    /**
     * An OpenAI-compatible endpoint.
     *
     * @param address the base of its paths, such as {@code https://api.example.com/v1}; http only inside our own network
     * @param model the model's name at the endpoint, 1 to 200 characters
     * @param apiKey missing where the endpoint needs none
     * @param timeout how long a summary may take; 1 s to 25 s
     * @param redact whether email addresses and phone numbers are removed from what is sent
     */
    public record SummaryEndpoint(URI address, String model, Optional<String> apiKey, Duration timeout, boolean redact) {

        @Override
        public String toString() {
            return "SummaryEndpoint[" + address + ", " + model + ", " + timeout + ", redact=" + redact + "]";
        }
    }
}
