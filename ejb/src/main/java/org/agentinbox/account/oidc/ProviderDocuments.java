package org.agentinbox.account.oidc;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What providers publish about themselves (OpenID Connect Discovery): kept for a while, keys read again where one is missing. */
@ApplicationScoped
class ProviderDocuments {

    private static final Duration FRESH = Duration.ofMinutes(15);
    /** A stranger's token that names a key which does not exist makes us ask no more often than that, nor does a provider that is down. */
    private static final Duration AGAIN = Duration.ofSeconds(3);

    @Inject
    private Clock clock;
    @Inject
    private ProviderHttp http;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Instant> failed = new ConcurrentHashMap<>();

    private record Known(OIDCProviderMetadata metadata, JWKSet keys, Instant at) {}

    OIDCProviderMetadata metadata(Provider provider) throws ProviderException {
        return get(provider, FRESH).metadata();
    }

    /** The keys that a signature may have been made with. */
    List<JWK> keys(Provider provider, JWKSelector selector) throws ProviderException {
        List<JWK> found = selector.select(get(provider, FRESH).keys());
        return found.isEmpty() ? selector.select(get(provider, AGAIN).keys()) : found;
    }

    private Known get(Provider provider, Duration most) throws ProviderException {
        Instant now = clock.instant();
        Known last = known.get(provider.id());
        if (last != null && now.isBefore(last.at().plus(most))) {
            return last;
        }
        if (now.isBefore(failed.getOrDefault(provider.id(), Instant.MIN))) {
            return orFail(last, new ProviderException(SignInProblem.UNREACHABLE, provider.id() + " did not answer a moment ago", null));
        }
        try {
            Known read = read(provider, now);
            known.put(provider.id(), read);
            return read;
        } catch (ProviderException e) {
            failed.put(provider.id(), clock.instant().plus(AGAIN));
            return orFail(last, e);
        }
    }

    /** What was known goes on to hold while the provider cannot be asked. */
    private static Known orFail(Known last, ProviderException e) throws ProviderException {
        if (last == null || e.problem() != SignInProblem.UNREACHABLE) {
            throw e;
        }
        return last;
    }

    private Known read(Provider provider, Instant now) throws ProviderException {
        try {
            HTTPResponse document = http.get(URI.create(provider.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration"));
            document.ensureStatusCode(HTTPResponse.SC_OK);
            OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(document.getBody());
            if (!metadata.getIssuer().getValue().equals(provider.issuer())) {
                throw new ProviderException(SignInProblem.INVALID, "the issuer calls itself " + metadata.getIssuer(), null);
            }
            HTTPResponse keys = http.get(metadata.getJWKSetURI());
            keys.ensureStatusCode(HTTPResponse.SC_OK);
            return new Known(metadata, JWKSet.parse(keys.getBody()), now);
        } catch (ParseException | java.text.ParseException e) {
            throw new ProviderException(SignInProblem.INVALID, "unusable documents: " + e.getMessage(), e);
        }
    }
}
