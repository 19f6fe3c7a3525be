package org.agentinbox.account.oidc;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.AbstractJWTValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Speaks with providers, and believes only what they have signed with a key that they publish. */
@ApplicationScoped
class ProviderClient {

    /** Signatures that only the owner of a private key can make; never {@code none}, never one made with a shared secret. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512,
        JWSAlgorithm.PS256,
        JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);
    private static final int LONGEST_SUBJECT = 255;

    @Inject
    private ProviderHttp http;
    @Inject
    private ProviderDocuments documents;

    OIDCProviderMetadata metadata(Provider provider) throws ProviderException {
        return documents.metadata(provider);
    }

    ProviderTokens exchange(Provider provider, String code, Attempt attempt, URI callback) throws ProviderException {
        OIDCTokenResponse response = ask(provider, new AuthorizationCodeGrant(new AuthorizationCode(code), callback,
            new CodeVerifier(attempt.verifier())));
        JWT idToken = response.getOIDCTokens().getIDToken();
        if (idToken == null) {
            throw new ProviderException(SignInProblem.INVALID, "no ID token", null);
        }
        return tokens(provider, response, validated(provider, idToken, new Nonce(attempt.nonce())), null);
    }

    /** @throws ProviderException {@link ProviderException#isEnded} where the session at the provider is over */
    ProviderTokens refresh(Provider provider, String refreshToken, String subject) throws ProviderException {
        OIDCTokenResponse response = ask(provider, new RefreshTokenGrant(new RefreshToken(refreshToken)));
        JWT idToken = response.getOIDCTokens().getIDToken();
        IDTokenClaimsSet claims = idToken == null ? null : validated(provider, idToken, null);
        if (claims != null && !claims.getSubject().getValue().equals(subject)) {
            throw new ProviderException(SignInProblem.INVALID, "a refreshed ID token of somebody else", null);
        }
        return tokens(provider, response, claims, subject);
    }

    private ProviderTokens tokens(Provider provider, OIDCTokenResponse response, IDTokenClaimsSet id, String known)
        throws ProviderException {
        String subject = id == null ? known : id.getSubject().getValue();
        Map<String, Object> claims = new HashMap<>();
        if (provider.userInfo() && response.getOIDCTokens().getAccessToken() != null) {
            claims.putAll(userInfo(provider, response.getOIDCTokens().getAccessToken(), subject));
        }
        try {
            if (id != null) {
                claims.putAll(id.toJWTClaimsSet().getClaims());
            }
        } catch (ParseException e) {
            throw new ProviderException(SignInProblem.INVALID, e.getMessage(), e);
        }
        RefreshToken refresh = response.getOIDCTokens().getRefreshToken();
        return new ProviderTokens(subject, id == null || id.getSessionID() == null ? null : id.getSessionID().getValue(),
            response.getOIDCTokens().getIDTokenString(), refresh == null ? null : refresh.getValue(), claims);
    }

    private OIDCTokenResponse ask(Provider provider, AuthorizationGrant grant) throws ProviderException {
        OIDCProviderMetadata metadata = documents.metadata(provider);
        ClientID client = new ClientID(provider.clientId());
        TokenRequest request = provider.clientSecret().isEmpty()
            ? new TokenRequest.Builder(metadata.getTokenEndpointURI(), client, grant).build()
            : new TokenRequest.Builder(metadata.getTokenEndpointURI(), authentication(metadata, client, provider), grant).build();
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(http.send(request.toHTTPRequest()));
            if (!response.indicatesSuccess()) {
                String error = String.valueOf(response.toErrorResponse().getErrorObject().getCode());
                throw new ProviderException(SignInProblem.INVALID, "the token endpoint answered " + error, null,
                    OAuth2Error.INVALID_GRANT.getCode().equals(error));
            }
            return (OIDCTokenResponse) response.toSuccessResponse();
        } catch (ParseException e) {
            throw new ProviderException(SignInProblem.INVALID, "the token endpoint: " + e.getMessage(), e);
        }
    }

    private static ClientAuthentication authentication(OIDCProviderMetadata metadata, ClientID client, Provider provider) {
        Secret secret = new Secret(provider.clientSecret().orElseThrow());
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean post = methods != null && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        return post ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
    }

    private Map<String, Object> userInfo(Provider provider, AccessToken token, String subject) throws ProviderException {
        URI endpoint = documents.metadata(provider).getUserInfoEndpointURI();
        if (endpoint == null) {
            return Map.of();
        }
        try {
            UserInfoResponse response = UserInfoResponse.parse(http.send(new UserInfoRequest(endpoint, token).toHTTPRequest()));
            UserInfo info = response.indicatesSuccess() ? response.toSuccessResponse().getUserInfo() : null;
            if (info == null || !info.getSubject().getValue().equals(subject)) {
                // Without this check, claims of somebody else could be taken (OpenID Connect Core, section 5.3.4).
                throw new ProviderException(SignInProblem.INVALID, "UserInfo is missing, or of another subject", null);
            }
            return info.toJWTClaimsSet().getClaims();
        } catch (ParseException e) {
            throw new ProviderException(SignInProblem.INVALID, "UserInfo: " + e.getMessage(), e);
        }
    }

    private IDTokenClaimsSet validated(Provider provider, JWT token, Nonce nonce) throws ProviderException {
        IDTokenValidator validator = new IDTokenValidator(new Issuer(provider.issuer()), new ClientID(provider.clientId()),
            signatures(provider), null);
        try {
            IDTokenClaimsSet claims = skewed(validator, provider).validate(token, nonce);
            if (claims.getAuthorizedParty() != null && !claims.getAuthorizedParty().getValue().equals(provider.clientId())) {
                // It was given to another client that asked for us as an audience (OpenID Connect Core, section 3.1.3.7, rule 5).
                throw new ProviderException(SignInProblem.INVALID, "an ID token for " + claims.getAuthorizedParty(), null);
            }
            if (claims.getSubject().getValue().length() > LONGEST_SUBJECT) {
                throw new ProviderException(SignInProblem.INVALID, "a subject of more than " + LONGEST_SUBJECT + " characters", null);
            }
            return claims;
        } catch (BadJOSEException | JOSEException e) {
            throw new ProviderException(problem(e), "the ID token: " + e.getMessage(), e);
        }
    }

    /** @throws ProviderException unless it is a logout token of this provider for us */
    LogoutTokenClaimsSet logout(Provider provider, String token) throws ProviderException {
        // Not every provider says typ; what tells a logout token from others is its event, and that it has no nonce.
        LogoutTokenValidator validator = new LogoutTokenValidator(new Issuer(provider.issuer()), new ClientID(provider.clientId()), false,
            signatures(provider), null);
        try {
            return skewed(validator, provider).validate(JWTParser.parse(token));
        } catch (BadJOSEException | JOSEException | java.text.ParseException e) {
            throw new ProviderException(problem(e), "the logout token: " + e.getMessage(), e);
        }
    }

    private static <T extends AbstractJWTValidator> T skewed(T validator, Provider provider) {
        validator.setMaxClockSkew(Math.toIntExact(provider.skew().toSeconds()));
        return validator;
    }

    private JWSKeySelector<SecurityContext> signatures(Provider provider) throws ProviderException {
        List<JWSAlgorithm> said = documents.metadata(provider).getIDTokenJWSAlgs();
        Set<JWSAlgorithm> allowed = said == null ? Set.of(JWSAlgorithm.RS256)
            : said.stream().filter(SIGNATURES::contains).collect(Collectors.toSet());
        if (allowed.isEmpty()) {
            throw new ProviderException(SignInProblem.INVALID, "it offers no signature that is accepted: " + said, null);
        }
        JWKSource<SecurityContext> source = (selector, context) -> {
            try {
                return documents.keys(provider, selector);
            } catch (ProviderException e) {
                throw new KeySourceException(e.getMessage(), e);
            }
        };
        return new JWSVerificationKeySelector<>(allowed, source);
    }

    private static SignInProblem problem(Exception e) {
        return e.getCause() instanceof ProviderException cause ? cause.problem() : SignInProblem.INVALID;
    }
}
