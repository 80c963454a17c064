package org.jianxi.gateway.sandbox;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Signer;

/**
 * A registry behind the government data exchange platform: one person a call by {@code id_card} and {@code name}, whose caller names
 * itself in {@code gjgxjhpt_…} headers. It checks them by its own arithmetic, not by the gateway's. Answers are signed in
 * {@code Signature-CMS}.
 */
public final class ExchangeDesk implements RegistryDesk {

    /** Where it answers. */
    public static final String PATH = "/gateway/query";

    private static final Duration OLDEST = Duration.ofMinutes(10);

    private final RegistryBook book;
    private final String secret;
    private final Signer own;
    private final Signer stranger;

    /**
     * @param secret the caller's, as the platform gave it
     * @param stranger the key bad signatures are made with
     */
    public ExchangeDesk(RegistryBook book, String secret, Signer own, Signer stranger) {
        this.book = book;
        this.secret = secret;
        this.own = own;
        this.stranger = stranger;
    }

    @Override
    public RegistryReply answer(RegistryRequest request, RegistryBehaviour behaviour) throws IOException {
        if (!request.path().equals(PATH)) {
            return RegistryReply.text(404, "no such service");
        }
        if (!isSigned(request)) {
            return RegistryReply.text(401, "gjgxjhpt_sign does not fit");
        }
        var parameters = parameters(request);
        var number = parameters.getOrDefault("id_card", "");
        if (number.isEmpty() || !parameters.containsKey("name")) {
            return RegistryReply.json(200, CanonicalBytes.of(Map.of("code", "400", "message", "参数不全")));
        }
        book.note(request, List.of(number));
        return signed(content(book.find(number), number, behaviour), behaviour);
    }

    private byte[] content(Optional<ListedPerson> found, String number, RegistryBehaviour behaviour) {
        var told = behaviour instanceof RegistryBehaviour.Stranger
                ? List.of(book.strangerTo(List.of(number)))
                : found.stream().toList();
        var rows = new ArrayList<Map<String, String>>();
        told.forEach(person -> rows.add(row(person)));
        if (behaviour instanceof RegistryBehaviour.Duplicate) {
            rows.addAll(List.copyOf(rows));
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("code", "200");
        answer.put("message", "成功");
        answer.put("data", rows);
        return CanonicalBytes.of(answer);
    }

    private static Map<String, String> row(ListedPerson person) {
        return Map.of(
                "id_card",
                person.idNumber(),
                "name",
                person.name(),
                "category",
                person.category(),
                "kind",
                person.kind(),
                "level",
                person.level());
    }

    private RegistryReply signed(byte[] content, RegistryBehaviour behaviour) {
        var headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (!(behaviour instanceof RegistryBehaviour.Unsigned)) {
            var key = behaviour instanceof RegistryBehaviour.BadSignature ? stranger : own;
            headers.put("Signature-CMS", Base64.getEncoder().encodeToString(key.signDetached(content)));
        }
        return new RegistryReply(200, headers, content);
    }

    private boolean isSigned(RegistryRequest request) {
        var rid = request.header("gjgxjhpt_rid").orElse("");
        var sid = request.header("gjgxjhpt_sid").orElse("");
        var time = request.header("gjgxjhpt_rtime")
                .filter(one -> one.matches("[0-9]{13}"))
                .orElse("0");
        var age = Duration.between(
                Instant.ofEpochMilli(Long.parseLong(time)), book.clock().instant());
        return age.abs().compareTo(OLDEST) < 0
                && MessageDigest.isEqual(
                        hmac(sid + rid + time),
                        request.header("gjgxjhpt_sign").orElse("").getBytes(StandardCharsets.UTF_8));
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256", impossible);
        }
    }

    private static Map<String, String> parameters(RegistryRequest request) {
        var form =
                request.method().equals("GET") ? request.query() : new String(request.body(), StandardCharsets.UTF_8);
        var parameters = new HashMap<String, String>();
        for (var pair : form.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                parameters.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
