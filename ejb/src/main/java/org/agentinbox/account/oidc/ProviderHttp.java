package org.agentinbox.account.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPMessage;

import org.agentinbox.platform.AllowedHosts;
import org.agentinbox.platform.PublicAddresses;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.outbound.AddressRule;
import org.agentinbox.platform.outbound.OutboundException;
import org.agentinbox.platform.outbound.OutboundHttp;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sends the library's requests over our own client: to https at public addresses, and to what the settings name. */
@ApplicationScoped
class ProviderHttp {

    private static final OutboundHttp.Bounds BOUNDS = new OutboundHttp.Bounds(Duration.ofSeconds(5), 1024 * 1024);

    private record Rule(AllowedHosts named) implements AddressRule {

        @Override
        public boolean allows(String host, int port, InetAddress address) {
            return named.allowAt(host, port) || PublicAddresses.contains(address);
        }
    }

    @Inject
    private Settings settings;
    private AllowedHosts named;
    private OutboundHttp http;

    @PostConstruct
    void open() {
        named = new AllowedHosts(settings.oidcHosts());
        http = new OutboundHttp(new Rule(named));
    }

    HTTPResponse send(HTTPRequest request) throws ProviderException {
        return send(request.getMethod().name(), request.getURI(), headers(request), request.getBody());
    }

    HTTPResponse get(URI uri) throws ProviderException {
        return send("GET", uri, Map.of("Accept", "application/json"), null);
    }

    private HTTPResponse send(String method, URI uri, Map<String, String> headers, String body) throws ProviderException {
        if (uri == null || uri.getHost() == null || !"https".equals(uri.getScheme()) && !named.allow(uri.toString())) {
            throw new ProviderException(SignInProblem.INVALID, "an address without https: " + uri, null);
        }
        try {
            OutboundHttp.Answer answer = http.send(method, uri, headers, body == null ? null : body.getBytes(UTF_8), BOUNDS);
            if (answer.status() >= 500) {
                throw new ProviderException(SignInProblem.UNREACHABLE, uri.getHost() + " answered " + answer.status(), null);
            }
            return response(answer);
        } catch (OutboundException e) {
            throw new ProviderException(SignInProblem.UNREACHABLE, uri.getHost() + ": " + e.problem(), e);
        }
    }

    private static Map<String, String> headers(ReadOnlyHTTPMessage request) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaderMap().forEach((name, values) -> headers.put(name, values.get(0)));
        return headers;
    }

    private static HTTPResponse response(OutboundHttp.Answer answer) throws ProviderException {
        HTTPResponse response = new HTTPResponse(answer.status());
        try {
            if (answer.header("Content-Type") != null) {
                response.setContentType(answer.header("Content-Type"));
            }
        } catch (ParseException e) {
            throw new ProviderException(SignInProblem.INVALID, "an unusable Content-Type", e);
        }
        response.setBody(new String(answer.body(), UTF_8));
        return response;
    }
}
