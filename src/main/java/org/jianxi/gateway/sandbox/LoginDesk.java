package org.jianxi.gateway.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the sandbox of a login service answers: addresses, keys, a code for a person, an ID token for a code. */
public final class LoginDesk {

    private static final Duration TOKEN_LASTS = Duration.ofMinutes(5);
    private static final int RSA_BITS = 2048;

    private final String issuer;
    private final Client client;
    private final Map<String, Map<String, Object>> people;
    private final Clock clock;
    private final SecureRandom random;
    private final RSAKey key;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private volatile Map<String, Object> lies = Map.of();

    LoginDesk(String issuer, Client client, Map<String, Map<String, Object>> people, Clock clock, SecureRandom random)
            throws JOSEException {
        this.issuer = issuer;
        this.client = client;
        this.people = Map.copyOf(people);
        this.clock = clock;
        this.random = random;
        this.key = new RSAKeyGenerator(RSA_BITS).keyID("sandbox").generate();
    }

    /** The one that may ask. */
    public record Client(String id, String secret) {

        @Override
        public String toString() {
            return "Client " + id;
        }
    }

    /** @param body of a status 302 the address to go to */
    record Answer(int status, String type, String body) {

        static Answer json(Map<String, Object> document) {
            return new Answer(200, "application/json", JSONObjectUtils.toJSONString(document));
        }

        static Answer refused(String error) {
            return new Answer(400, "application/json", JSONObjectUtils.toJSONString(Map.of("error", error)));
        }
    }

    private record Asked(String person, String nonce, String challenge, String redirect) {}

    void lie(Map<String, Object> claims) {
        lies = Map.copyOf(claims);
    }

    Answer configuration() {
        return Answer.json(Map.of(
                "issuer",
                issuer,
                "authorization_endpoint",
                issuer + "/authorize",
                "token_endpoint",
                issuer + "/token",
                "jwks_uri",
                issuer + "/jwks",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"),
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic"),
                "code_challenge_methods_supported",
                List.of("S256")));
    }

    Answer keys() {
        return new Answer(
                200, "application/json", new JWKSet(key).toPublicJWKSet().toString());
    }

    /** A page to choose from, or back with a code once somebody was chosen. */
    Answer authorize(Map<String, String> asked) {
        if (!client.id().equals(asked.get("client_id")) || !"S256".equals(asked.get("code_challenge_method"))) {
            return Answer.refused("invalid_request");
        }
        var person = asked.getOrDefault("person", "");
        if (!people.containsKey(person)) {
            return new Answer(200, "text/html;charset=UTF-8", choice(asked));
        }
        var bits = new byte[16];
        random.nextBytes(bits);
        var code = HexFormat.of().formatHex(bits);
        var redirect = asked.getOrDefault("redirect_uri", "");
        codes.put(
                code,
                new Asked(person, asked.getOrDefault("nonce", ""), asked.getOrDefault("code_challenge", ""), redirect));
        return new Answer(302, "", redirect + "?code=" + code + "&state=" + encoded(asked.getOrDefault("state", "")));
    }

    /** Each code once, for the client that asked and knows what it asked with. */
    Answer token(Map<String, String> form, String authorization) throws JOSEException {
        var asked = codes.remove(form.getOrDefault("code", ""));
        // each part as in a form before they are put together, RFC 6749 §2.3.1
        var basic = Base64.getEncoder()
                .encodeToString(
                        (encoded(client.id()) + ":" + encoded(client.secret())).getBytes(StandardCharsets.UTF_8));
        if (!authorization.equals("Basic " + basic)) {
            return Answer.refused("invalid_client");
        }
        if (asked == null
                || !asked.redirect().equals(form.get("redirect_uri"))
                || !asked.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
            return Answer.refused("invalid_grant");
        }
        return Answer.json(Map.of(
                "access_token", "of-no-use", "token_type", "Bearer", "expires_in", 60, "id_token", idToken(asked)));
    }

    private String idToken(Asked asked) throws JOSEException {
        var now = clock.instant();
        var said = new HashMap<String, Object>(people.getOrDefault(asked.person(), Map.of()));
        said.put("preferred_username", asked.person());
        said.put("nonce", asked.nonce());
        said.put("aud", client.id());
        said.putAll(lies);
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("subject-of-" + asked.person())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(TOKEN_LASTS)));
        said.forEach(claims::claim);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private String choice(Map<String, String> asked) {
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"zh\"><title>统一登录（沙箱）</title><h1>统一登录（沙箱）</h1><ul>");
        people.keySet().stream().sorted().forEach(person -> {
            var query = new StringBuilder("person=" + encoded(person));
            asked.forEach((name, value) ->
                    query.append('&').append(encoded(name)).append('=').append(encoded(value)));
            page.append("<li><a href=\"/authorize?%s\">%s</a></li>"
                    .formatted(query.toString().replace("&", "&amp;"), person));
        });
        return page.append("</ul></html>").toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256", absent);
        }
    }
}
