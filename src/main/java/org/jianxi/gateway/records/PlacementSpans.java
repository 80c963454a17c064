package org.jianxi.gateway.records;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;
import org.postgresql.PGConnection;

/**
 * From and until when the placements of a batch run, beside their sealed records, so that overlaps are found without opening one. The
 * rows wait here, some 100 bytes each, until the records are written: a connection copies one table at a time.
 */
final class PlacementSpans {

    private static final String COLUMNS =
            "placement_span (submission, number, start_on, planned_end_on, actual_end_on)";

    private final Batch batch;
    private final List<String> rows = new ArrayList<>();

    PlacementSpans(Batch batch) {
        this.batch = batch;
    }

    /** What is no placement, or has no days, has no span. */
    void note(CanonicalRecord content) {
        if (batch.dataset().id().equals("placements")) {
            day(content, "startOn")
                    .ifPresent(start -> day(content, "plannedEndOn")
                            .ifPresent(end -> rows.add(String.join(
                                    "\t",
                                    batch.submission(),
                                    Long.toString(content.number()),
                                    start.toString(),
                                    end.toString(),
                                    day(content, "actualEndOn")
                                            .map(LocalDate::toString)
                                            .orElse("\\N")))));
        }
    }

    void write(PGConnection connection) throws IOException, SQLException {
        if (!rows.isEmpty()) {
            try (var copy = new CopiedRows(connection, COLUMNS)) {
                for (var row : rows) {
                    copy.write(row);
                }
                copy.finish();
            }
        }
    }

    private static Optional<LocalDate> day(CanonicalRecord content, String field) {
        return content.find(field)
                .flatMap(value -> value instanceof FieldValue.Day day ? Optional.of(day.date()) : Optional.empty());
    }
}
