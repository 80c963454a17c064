package org.jianxi.gateway.mapping;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.mapping.conversion.FieldDemand;
import org.jianxi.gateway.mapping.notation.Format;
import org.jianxi.gateway.mapping.source.Answer;
import org.jianxi.gateway.mapping.source.SourceDocument;
import org.jianxi.gateway.mapping.table.Value;

/**
 * Which records of a document say that one is gone.
 *
 * @param keys the members that such a record has in a canonical form
 */
record Removals(RecordReading reading, Set<String> keys) {

    Removals(RecordReading reading) {
        this(
                reading,
                Stream.concat(
                                reading.fields().dataset().key().stream(),
                                reading.format() == Format.JSON
                                        ? Stream.of(CanonicalBatch.REMOVED)
                                        : Stream.<String>empty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Empty where the mapping's condition cannot be decided.
     *
     * @param named whether the document calls it a record that is gone
     */
    Optional<Boolean> has(RecordReader reader, SourceDocument record, boolean named) {
        return named || isFlagged(record) ? Optional.of(true) : reader.isRemoval(record);
    }

    /** Canonical JSON has one kind of items; a removal has the member that says so, and anything but true there is a stranger. */
    private boolean isFlagged(SourceDocument record) {
        return reading.closed()
                && reading.format() == Format.JSON
                && record.find(CanonicalBatch.REMOVED_FLAG) instanceof Answer.Found found
                && found.value().equals(new Value.Truth(true));
    }

    static Finding undecided(Place place) {
        return Finding.error(
                FieldDemand.EXPRESSION,
                place,
                new Bilingual("不能判断这条记录是否已删除（removed）", "Whether this record is gone (removed) cannot be decided"));
    }
}
