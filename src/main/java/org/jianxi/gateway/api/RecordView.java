package org.jianxi.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.jianxi.gateway.records.SealedRecord;
import org.jianxi.gateway.signing.SaltedLeaf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person's record on the wire.
 *
 * @param record its fields; absent once it was erased
 * @param salt of its leaf; SM3 over path, salt and value gives {@code leaf}
 */
record RecordView(
        String dataset,
        String submission,
        long number,
        String sender,
        String period,
        String personalUntil,
        boolean erased,
        String leaf,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> salt,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<JsonNode> record) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static RecordView of(SealedRecord found, Optional<SaltedLeaf> opened) {
        return new RecordView(
                found.dataset(),
                found.submission(),
                found.number(),
                found.sender().code(),
                found.period(),
                found.personalUntil().toString(),
                found.isErased(),
                found.leaf().hex(),
                opened.map(SaltedLeaf::salt),
                opened.map(leaf -> JSON.readTree(leaf.value())));
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "record %d of %s".formatted(number, submission);
    }
}
