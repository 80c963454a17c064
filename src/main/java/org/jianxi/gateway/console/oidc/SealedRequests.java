package org.jianxi.gateway.console.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.PersonKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was asked of the login service (state, nonce, the verifier of PKCE) until its answer comes: sealed in a cookie, so that the answer
 * may arrive at any node and counts for the browser that asked alone.
 */
final class SealedRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "jianxi-asked";
    private static final String PATH = "/console/oidc";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PersonKeys keys;
    private final Clock clock;

    SealedRequests(PersonKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    private record Asked(
            String authorizationUri,
            String clientId,
            String redirectUri,
            Set<String> scopes,
            String state,
            Map<String, Object> parameters,
            Map<String, Object> attributes,
            long until) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> open(value).stream())
                .findFirst()
                .map(SealedRequests::request)
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            write(ResponseCookie.from(COOKIE, "").maxAge(Duration.ZERO), request, response);
            return;
        }
        var seal = keys.current();
        var text = JSON.writeValueAsBytes(new Asked(
                asked.getAuthorizationUri(),
                asked.getClientId(),
                Objects.requireNonNull(asked.getRedirectUri()),
                asked.getScopes(),
                Objects.requireNonNull(asked.getState()),
                asked.getAdditionalParameters(),
                asked.getAttributes(),
                clock.instant().plus(LONGEST).getEpochSecond()));
        var sealed = Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(text, COOKIE));
        write(ResponseCookie.from(COOKIE, seal.keyId() + "." + sealed).maxAge(LONGEST), request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var asked = loadAuthorizationRequest(request);
        saveAuthorizationRequest(null, request, response);
        return asked;
    }

    private Optional<Asked> open(String value) {
        try {
            var dot = value.indexOf('.');
            var sealed = Base64.getUrlDecoder().decode(value.substring(dot + 1));
            var text = keys.named(value.substring(0, Math.max(dot, 0))).open(sealed, COOKIE);
            return Optional.of(JSON.readValue(new String(text, StandardCharsets.UTF_8), Asked.class))
                    .filter(asked -> clock.instant().isBefore(Instant.ofEpochSecond(asked.until())));
        } catch (KeyProblem | JacksonException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static OAuth2AuthorizationRequest request(Asked asked) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(asked.authorizationUri())
                .clientId(asked.clientId())
                .redirectUri(asked.redirectUri())
                .scopes(asked.scopes())
                .state(asked.state())
                .additionalParameters(asked.parameters())
                .attributes(all -> all.putAll(asked.attributes()))
                .build();
    }

    /** Lax: the answer comes from another site, and must bring it along. */
    private static void write(
            ResponseCookie.ResponseCookieBuilder cookie, HttpServletRequest request, HttpServletResponse response) {
        var written = cookie.path(PATH)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, written.toString());
    }
}
