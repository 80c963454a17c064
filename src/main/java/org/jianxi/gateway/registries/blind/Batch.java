package org.jianxi.gateway.registries.blind;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Sm3;
import tools.jackson.databind.JsonNode;

/**
 * Blinded points that are asked for together, as JSON: {@code session}, {@code number}, {@code purpose}, {@code legalBasis},
 * {@code points} in base64.
 *
 * @param session 32 hexadecimal digits, random for each run
 * @param number from 1, within the session
 */
public record Batch(String session, int number, Query query, List<byte[]> points) {

    /** So many are asked at once; a last one that is shorter is filled with points of nobody. */
    public static final int POINTS = 512;

    /** In bytes, of a request. */
    public static final int LONGEST = 64 * 1024;

    private static final int LONGEST_TEXT = 200;

    public Batch {
        points = List.copyOf(points);
    }

    /** What for, and by what law. Both stand in the audits of both sides. */
    public record Query(String purpose, String legalBasis) {

        /** Whether both say something, in at most 200 characters each. */
        public boolean isStated() {
            return isText(purpose) && isText(legalBasis);
        }
    }

    private static boolean isText(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_TEXT
                && text.codePoints().noneMatch(Batch::isOdd);
    }

    private static boolean isOdd(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.SURROGATE;
    }

    public byte[] json() {
        var base64 = Base64.getEncoder();
        return CanonicalBytes.of(Map.of(
                "session",
                session,
                "number",
                number,
                "purpose",
                query.purpose(),
                "legalBasis",
                query.legalBasis(),
                "points",
                points.stream().map(base64::encodeToString).toList()));
    }

    /** Of everything that is asked. */
    public Digest digest() {
        return Sm3.of(json());
    }

    /** Empty for anything that is no batch; whether its points are any is not looked at. */
    public static Optional<Batch> read(byte[] json) {
        try {
            var tree = StrictJson.parse(json);
            var session = tree.path("session").asString("");
            var number = tree.path("number");
            var query = new Query(
                    tree.path("purpose").asString(""), tree.path("legalBasis").asString(""));
            return session.matches("[0-9a-f]{32}") && number.isInt() && number.intValue() > 0 && query.isStated()
                    ? bytes(tree.path("points")).map(points -> new Batch(session, number.intValue(), query, points))
                    : Optional.empty();
        } catch (UnreadableDocument notJson) {
            return Optional.empty();
        }
    }

    static Optional<List<byte[]>> bytes(JsonNode array) {
        var all = new ArrayList<byte[]>();
        try {
            for (var one : array) {
                all.add(Base64.getDecoder().decode(one.asString("?").getBytes(StandardCharsets.UTF_8)));
            }
            return array.isArray() ? Optional.of(all) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
