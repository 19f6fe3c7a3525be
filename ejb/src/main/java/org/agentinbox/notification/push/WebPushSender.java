package org.agentinbox.notification.push;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.AllowedHosts;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.outbox.OutboxKind;
import org.agentinbox.platform.outbox.OutboxSender;
import org.agentinbox.platform.outbox.RetryAfterException;
import org.agentinbox.platform.outbox.UndeliverableException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Hands pushes over to the push service of each device (RFC 8030). */
@ApplicationScoped
@OutboxKind(WebPushSender.KIND)
class WebPushSender implements OutboxSender {

    static final String KIND = "WEB_PUSH";
    private static final Logger LOG = Logger.getLogger(WebPushSender.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    @Inject
    private PushDispatcher dispatcher;
    @Inject
    private VapidKeys keys;
    @Inject
    private Settings settings;
    @Inject
    private Clock clock;
    /** Redirects lead where nobody has looked whether we may go. */
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).build();

    @Override
    public void send(String payload) throws Exception {
        PushMessage message = PushMessage.parse(payload);
        Optional<PushSubscription> device = dispatcher.device(message.device());
        if (device.isPresent() && isOfUse(message)) {
            settle(device.get(), http.send(request(message, device.get()), HttpResponse.BodyHandlers.discarding()));
        }
    }

    /** A push that was late must not call anybody to an offer that was answered since. */
    private boolean isOfUse(PushMessage message) {
        return Ids.parse(message.data().getString("offerId", null)).map(dispatcher::isPending).orElse(true);
    }

    private HttpRequest request(PushMessage message, PushSubscription device) throws GeneralSecurityException, UndeliverableException {
        if (!new AllowedHosts(settings.pushHosts()).allow(device.endpoint())) {
            throw new UndeliverableException("agentinbox.push.hosts does not allow " + URI.create(device.endpoint()).getHost());
        }
        URI endpoint = URI.create(device.endpoint());
        return HttpRequest.newBuilder(endpoint).timeout(ANSWER)
            .header("TTL", Long.toString(message.secondsToLive(clock.instant())))
            .header("Urgency", message.urgency())
            .header("Topic", message.topic())
            .header("Content-Encoding", "aes128gcm")
            .header("Content-Type", "application/octet-stream")
            .header("Authorization", keys.authorization(endpoint, VapidSubject.of(settings)))
            .POST(HttpRequest.BodyPublishers.ofByteArray(device.encrypted(message.plain())))
            .build();
    }

    private void settle(PushSubscription device, HttpResponse<?> answer) throws UndeliverableException, RetryAfterException {
        int status = answer.statusCode();
        if (status == 404 || status == 410) {
            dispatcher.gone(device.id());
            LOG.log(Level.INFO, "The push service of a device knows it no more: device {0} is forgotten.", device.id());
        } else if (status == 429 || status >= 500) {
            throw new RetryAfterException(answered(answer), pause(answer).orElse(Duration.ZERO));
        } else if (status / 100 != 2) {
            throw new UndeliverableException(answered(answer));
        }
    }

    private static String answered(HttpResponse<?> answer) {
        return answer.uri().getHost() + " answered " + answer.statusCode();
    }

    /** Retry-After: seconds or a date (RFC 9110, section 10.2.3); nonsense counts as nothing. */
    private Optional<Duration> pause(HttpResponse<?> answer) {
        return answer.headers().firstValue("Retry-After").flatMap(text -> {
            try {
                return Optional.of(text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(clock.instant(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }
}
