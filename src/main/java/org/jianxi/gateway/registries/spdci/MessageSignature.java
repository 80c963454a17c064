package org.jianxi.gateway.registries.spdci;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.signing.Algorithm;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Sm3;

/**
 * The text in a message's {@code signature}: {@code Signature: namespace="spdci", kidId="SENDER|KEY|ALGORITHM", algorithm=…,
 * created=…, expires=…, headers="(created) (expires) digest", signature=…}.
 *
 * <p>Signed are the lines {@code (created): N}, {@code (expires): N} and {@code digest: NAME=BASE64}, joined by line feeds; the digest
 * is that of the header's bytes followed by the message's, as they stand in the body. The standard leaves the last two open.
 *
 * @param sender who says to have signed
 * @param created seconds since 1970, as {@code expires}
 */
record MessageSignature(String sender, String key, String algorithm, long created, long expires, byte[] signature) {

    private static final String COVERED = "(created) (expires) digest";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Pattern FIELD = Pattern.compile("([a-zA-Z]+)=\"([^\"]*)\"");

    static MessageSignature over(byte[] content, String sender, Signer signer, Instant now) {
        var algorithm = name(signer.certificate().algorithm());
        var created = now.getEpochSecond();
        var expires = now.plus(LIFE).getEpochSecond();
        var key = signer.certificate().serialNumber().toString(16);
        var unsigned = new MessageSignature(sender, key, algorithm, created, expires, new byte[0]);
        var signature =
                signer.signature(unsigned.covered(content, signer.certificate().algorithm()));
        return new MessageSignature(sender, key, algorithm, created, expires, signature);
    }

    static Optional<MessageSignature> read(String text) {
        var fields = new HashMap<String, String>();
        var matcher = FIELD.matcher(text);
        while (matcher.find()) {
            if (fields.put(matcher.group(1), matcher.group(2)) != null) {
                return Optional.empty();
            }
        }
        try {
            return "spdci".equals(fields.get("namespace")) && COVERED.equals(fields.get("headers"))
                    ? read(fields)
                    : Optional.empty();
        } catch (IllegalArgumentException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<MessageSignature> read(Map<String, String> fields) {
        var kid = fields.getOrDefault("kidId", "").split("\\|", -1);
        var algorithm = fields.getOrDefault("algorithm", "");
        if (kid.length != 3 || !kid[2].equals(algorithm)) {
            return Optional.empty();
        }
        return Optional.of(new MessageSignature(
                kid[0],
                kid[1],
                algorithm,
                Long.parseLong(fields.getOrDefault("created", "")),
                Long.parseLong(fields.getOrDefault("expires", "")),
                Base64.getDecoder().decode(fields.getOrDefault("signature", "?"))));
    }

    /** Whether the holder of this certificate, under this name, signed these bytes and they are not too old. */
    boolean isGenuine(byte[] content, String from, SigningCertificate pinned, Instant now) {
        var made = Instant.ofEpochSecond(created);
        var ends = Instant.ofEpochSecond(expires);
        return sender.equals(from)
                && algorithm.equals(name(pinned.algorithm()))
                && made.isBefore(now.plus(CLOCKS_DIFFER))
                && ends.isAfter(now)
                && ends.isBefore(made.plus(LONGEST_LIFE))
                && pinned.isValidAt(now)
                && pinned.verifies(covered(content, pinned.algorithm()), signature);
    }

    String text() {
        return "Signature: namespace=\"spdci\", kidId=\"%s|%s|%s\", algorithm=\"%s\", created=\"%d\", expires=\"%d\", headers=\"%s\", signature=\"%s\""
                .formatted(
                        sender,
                        key,
                        algorithm,
                        algorithm,
                        created,
                        expires,
                        COVERED,
                        Base64.getEncoder().encodeToString(signature));
    }

    private byte[] covered(byte[] content, Algorithm by) {
        return "(created): %d\n(expires): %d\ndigest: %s"
                .formatted(created, expires, digest(content, by))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String digest(byte[] content, Algorithm by) {
        try {
            return by == Algorithm.SM2
                    ? "SM3="
                            + Base64.getEncoder().encodeToString(Sm3.of(content).bytes())
                    : "SHA-256="
                            + Base64.getEncoder()
                                    .encodeToString(
                                            MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static String name(Algorithm algorithm) {
        return switch (algorithm) {
            case SM2 -> "sm2-sm3";
            case RSA -> "rsa-sha256";
            case ECDSA -> "ecdsa-p256-sha256";
        };
    }
}
