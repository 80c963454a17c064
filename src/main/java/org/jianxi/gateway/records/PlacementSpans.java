package org.jianxi.gateway.records;

import java.time.LocalDate;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.records.copying.BinaryRow;

/** From and until when the placements of a batch run, beside their sealed records, so that overlaps are found without opening one. */
record PlacementSpans(Batch batch) implements RowsBeside {

    @Override
    public String into() {
        return "placement_span (submission, number, start_on, planned_end_on, actual_end_on)";
    }

    /** What is no placement, or has no days, has no span. */
    @Override
    public Optional<byte[]> row(CanonicalRecord content, byte[] token) {
        return batch.dataset().id().equals("placements")
                ? content.day("startOn")
                        .flatMap(start -> content.day("plannedEndOn").map(end -> row(content, start, end)))
                : Optional.empty();
    }

    private byte[] row(CanonicalRecord content, LocalDate start, LocalDate end) {
        var row = new BinaryRow()
                .text(batch.submission())
                .bigint(content.number())
                .date(start)
                .date(end);
        return content.day("actualEndOn").map(row::date).orElseGet(row::absent).end();
    }
}
