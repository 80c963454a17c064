package org.jianxi.gateway.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an entry's body says, read back. Only for bodies whose hash was found right: they are ours. */
public record StatedFacts(JsonNode tree) {

    public static StatedFacts of(LedgerEntry entry) {
        return new StatedFacts(JsonMapper.shared().readTree(new String(entry.body(), StandardCharsets.UTF_8)));
    }

    /** A member as text; empty text where it is absent. */
    public String text(String member) {
        return tree.path(member).asString("");
    }

    /** The first member that is not the same in these facts, this one left out. */
    public Optional<String> firstDifference(Map<String, ?> facts, String leftOut) {
        return facts.entrySet().stream()
                .filter(fact -> !fact.getKey().equals(leftOut))
                .filter(fact -> !text(fact.getKey()).equals(String.valueOf(fact.getValue())))
                .map(Map.Entry::getKey)
                .map(String.class::cast)
                .findFirst();
    }
}
