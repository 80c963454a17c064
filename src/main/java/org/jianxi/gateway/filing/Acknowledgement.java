package org.jianxi.gateway.filing;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import tools.jackson.databind.JsonNode;

/**
 * What the ministry says about one message.
 *
 * @param digest SM3 of the body it speaks of
 * @param receivedAt when it had the body, by its own clock
 * @param reason why it was rejected, when it says so
 */
public record Acknowledgement(
        String acknowledgementId,
        String messageId,
        Digest digest,
        Instant receivedAt,
        Verdict verdict,
        Optional<String> reason) {

    /** The wire names are contract. */
    public enum Verdict {
        ACCEPTED("accepted"),
        REJECTED("rejected");

        private final String wireName;

        Verdict(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        static Verdict named(String wireName) {
            return switch (wireName) {
                case "accepted" -> ACCEPTED;
                case "rejected" -> REJECTED;
                default -> throw new IllegalArgumentException("Not a verdict: " + wireName);
            };
        }
    }

    /** Empty when the bytes say no such thing. Members we do not know are the ministry's business. */
    public static Optional<Acknowledgement> parse(byte[] json) {
        try {
            var tree = StrictJson.parse(json);
            return Optional.of(new Acknowledgement(
                    text(tree, "acknowledgementId"),
                    text(tree, "messageId"),
                    new Digest(text(tree, "digest")),
                    Instant.parse(text(tree, "receivedAt")),
                    Verdict.named(text(tree, "verdict")),
                    tree.has("reason") ? Optional.of(text(tree, "reason")) : Optional.empty()));
        } catch (UnreadableDocument | IllegalArgumentException | DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode tree, String member) {
        var value = tree.path(member);
        if (!value.isString()
                || value.stringValue().isBlank()
                || value.stringValue().length() > 500) {
            throw new IllegalArgumentException("No " + member);
        }
        return value.stringValue();
    }
}
