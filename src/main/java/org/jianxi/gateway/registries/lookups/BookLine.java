package org.jianxi.gateway.registries.lookups;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What one side's book says of one question, in words that both use.
 *
 * @param line in its file, from 1
 * @param reference what both know the question by: the slip's, or of an agent the session and the batch's number
 * @param request the commitment both hold: the slip's, or of an agent the batch's digest
 * @param people as many as the registry saw
 */
public record BookLine(int line, String reference, String request, int people, String purpose, String legalBasis) {

    /** What tells of a question that was taken; an agent's refusals and downloads are no look-ups. */
    private static final Set<String> TAKEN = Set.of("asked", "repeated", "granted");

    /** Empty for a line about something else. */
    static Optional<BookLine> of(int number, JsonNode tree) {
        if (!TAKEN.contains(tree.path("outcome").asString(""))) {
            return Optional.empty();
        }
        var isBatch = tree.has("session");
        return Optional.of(new BookLine(
                number,
                isBatch
                        ? tree.path("session").asString("") + "/"
                                + tree.path("number").asInt(0)
                        : tree.path("reference").asString(""),
                tree.path(isBatch ? "batch" : "request").asString(""),
                tree.path(isBatch ? "points" : "people").asInt(-1),
                tree.path("purpose").asString(""),
                tree.path("legalBasis").asString("")));
    }

    /** What must be equal on both sides. */
    private record Story(int people, String purpose, String legalBasis) {}

    boolean tellsAs(BookLine other) {
        return new Story(people, purpose, legalBasis).equals(new Story(other.people, other.purpose, other.legalBasis));
    }
}
