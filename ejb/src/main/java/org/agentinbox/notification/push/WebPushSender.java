package org.agentinbox.notification.push;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.AllowedHosts;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.PublicAddresses;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.outbound.OutboundException;
import org.agentinbox.platform.outbound.OutboundException.Problem;
import org.agentinbox.platform.outbound.OutboundHttp;
import org.agentinbox.platform.outbox.OutboxKind;
import org.agentinbox.platform.outbox.OutboxSender;
import org.agentinbox.platform.outbox.RetryAfterException;
import org.agentinbox.platform.outbox.UndeliverableException;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Hands pushes over to the push service of each device (RFC 8030). */
@ApplicationScoped
@OutboxKind(WebPushSender.KIND)
class WebPushSender implements OutboxSender {

    static final String KIND = "WEB_PUSH";
    private static final Logger LOG = Logger.getLogger(WebPushSender.class.getName());
    /** What a push service says beside its status is read by nobody. */
    private static final OutboundHttp.Bounds BOUNDS = new OutboundHttp.Bounds(Duration.ofSeconds(10), 64 * 1024);

    @Inject
    private PushDispatcher dispatcher;
    @Inject
    private VapidKeys keys;
    @Inject
    private Settings settings;
    @Inject
    private Clock clock;
    private OutboundHttp http;

    @PostConstruct
    void open() {
        AllowedHosts hosts = new AllowedHosts(settings.pushHosts());
        http = new OutboundHttp((host, port, address) -> hosts.namesOriginAt(host, port) || PublicAddresses.contains(address));
    }

    @Override
    public void send(String payload) throws Exception {
        PushMessage message = PushMessage.parse(payload);
        Optional<PushSubscription> device = dispatcher.device(message.device());
        if (device.isPresent() && isOfUse(message)) {
            settle(device.get(), post(message, device.get()));
        }
    }

    /** A push that was late must not call anybody to an offer that was answered since. */
    private boolean isOfUse(PushMessage message) {
        return Ids.parse(message.data().getString("offerId", null)).map(dispatcher::isPending).orElse(true);
    }

    private OutboundHttp.Answer post(PushMessage message, PushSubscription device) throws Exception {
        URI endpoint = URI.create(device.endpoint());
        if (!new AllowedHosts(settings.pushHosts()).allow(device.endpoint())) {
            throw new UndeliverableException("agentinbox.push.hosts does not allow " + endpoint.getHost());
        }
        Map<String, String> headers = Map.of("TTL", Long.toString(message.secondsToLive(clock.instant())), "Urgency", message.urgency(),
            "Topic", message.topic(), "Content-Encoding", "aes128gcm", "Content-Type", "application/octet-stream",
            "Authorization", keys.authorization(endpoint, VapidSubject.of(settings)));
        try {
            return http.send("POST", endpoint, headers, device.encrypted(message.plain()), BOUNDS);
        } catch (OutboundException e) {
            if (e.problem() == Problem.FORBIDDEN) {
                throw new UndeliverableException(endpoint.getHost() + " leads to an address that is not public: if it may be called,"
                    + " name its whole origin in agentinbox.push.hosts");
            }
            throw e;
        }
    }

    private void settle(PushSubscription device, OutboundHttp.Answer answer) throws UndeliverableException, RetryAfterException {
        int status = answer.status();
        if (status == 404 || status == 410) {
            dispatcher.gone(device.id());
            LOG.log(Level.INFO, "The push service of a device knows it no more: device {0} is forgotten.", device.id());
        } else if (status == 429 || status >= 500) {
            throw new RetryAfterException(answered(device, answer), pause(answer).orElse(Duration.ZERO));
        } else if (status / 100 != 2) {
            throw new UndeliverableException(answered(device, answer));
        }
    }

    private static String answered(PushSubscription device, OutboundHttp.Answer answer) {
        return URI.create(device.endpoint()).getHost() + " answered " + answer.status();
    }

    /** Retry-After: seconds or a date (RFC 9110, section 10.2.3); nonsense counts as nothing. */
    private Optional<Duration> pause(OutboundHttp.Answer answer) {
        return Optional.ofNullable(answer.header("Retry-After")).flatMap(text -> {
            try {
                return Optional.of(text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(clock.instant(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }
}
