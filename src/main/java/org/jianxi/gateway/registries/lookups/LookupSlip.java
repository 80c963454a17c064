package org.jianxi.gateway.registries.lookups;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.KeyedHash;

/**
 * What goes with a question to a query service in four headers, so that the registry's book can say of it what ours says.
 *
 * @param reference 32 hexadecimal digits, random; a question that is sent again because its answer got lost keeps it
 * @param salt of the commitment; both sides know it, and it stands in neither book, so that a book tells nothing about a person
 */
public record LookupSlip(String reference, byte[] salt, String purpose, String legalBasis) {

    /** Of the salt, in bytes. */
    public static final int SALT = 16;

    private static final String REFERENCE = "Lookup-Reference";
    private static final String SALTED = "Lookup-Salt";
    private static final String PURPOSE = "Lookup-Purpose";
    private static final String BASIS = "Lookup-Legal-Basis";

    public static LookupSlip fresh(String purpose, String legalBasis, SecureRandom random) {
        var reference = new byte[SALT];
        var salt = new byte[SALT];
        random.nextBytes(reference);
        random.nextBytes(salt);
        return new LookupSlip(HexFormat.of().formatHex(reference), salt, purpose, legalBasis);
    }

    /** By name; texts are percent-encoded UTF-8. */
    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put(REFERENCE, reference);
        headers.put(SALTED, Base64.getEncoder().encodeToString(salt));
        headers.put(PURPOSE, URLEncoder.encode(purpose, StandardCharsets.UTF_8));
        headers.put(BASIS, URLEncoder.encode(legalBasis, StandardCharsets.UTF_8));
        return headers;
    }

    /** @param header finds a header's value by its name */
    public static Optional<LookupSlip> read(Function<String, Optional<String>> header) {
        try {
            var reference = header.apply(REFERENCE).filter(one -> one.matches("[0-9a-f]{32}"));
            var salt = header.apply(SALTED).map(Base64.getDecoder()::decode).filter(one -> one.length == SALT);
            return reference.isEmpty() || salt.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new LookupSlip(
                            reference.get(), salt.get(), text(header.apply(PURPOSE)), text(header.apply(BASIS))));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static String text(Optional<String> encoded) {
        return URLDecoder.decode(encoded.orElse(""), StandardCharsets.UTF_8);
    }

    /**
     * What both books hold instead of the question: HMAC-SM3 under the salt.
     *
     * @param query of the address, as it was sent; empty where there is none
     */
    public Digest commitment(String query, byte[] body) {
        var head = (query + "\n").getBytes(StandardCharsets.UTF_8);
        var all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return Digest.of(new KeyedHash(salt).of(all));
    }

    /** Never the salt. */
    @Override
    public String toString() {
        return "lookup " + reference;
    }
}
