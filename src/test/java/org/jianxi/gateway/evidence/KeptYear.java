package org.jianxi.gateway.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.evidence.YearArchive.Documents;
import org.jianxi.gateway.flow.FiledMonth;

/** A year's archive with one real month in it. */
record KeptYear(YearArchive archive, FiledMonth month) {

    static KeptYear of(FiledMonth month) {
        var documents = new Documents();
        documents.put(YearArchive.path("2023-06", 1, "bundle.asice"), "evidence", month.bundle());
        documents.put(
                YearArchive.path("2023-06", "office.json"),
                "office",
                JsonText.of(Map.of("lateExceptions", List.of(Map.of("reason", "system-failure")))));
        var madeAt = Instant.parse("2023-07-05T01:00:00Z");
        return new KeptYear(new YearArchive(2023, madeAt, false, documents.all(), List.of()), month);
    }

    byte[] bytes() {
        try (var out = new ByteArrayOutputStream()) {
            archive.writeTo(out, month.gatewaySigner());
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
