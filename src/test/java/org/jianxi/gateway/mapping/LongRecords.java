package org.jianxi.gateway.mapping;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.mapping.notation.Definitions;
import org.jianxi.gateway.mapping.table.Content;

/** Maps a long file and keeps nothing but a count: to be run under a small heap or a watch. */
public final class LongRecords implements RecordSink {

    private final RecordMapper mapper = new RecordMapper();
    private final List<Finding> findings = new ArrayList<>();
    private long records;
    private long characters;

    /** Maps what {@link LongFiles} wrote; how many records came of it. Any error is an {@link IllegalStateException}. */
    public long map(MappingFile mapping, Path file) {
        records = 0;
        mapper.map(
                mapping,
                new Content.InFile(file),
                new MappingContext(mapping.mediaType(), Optional.empty(), Optional.empty(), Home.UNITS),
                this);
        if (Finding.anyError(findings)) {
            throw new IllegalStateException(String.valueOf(findings.getFirst()));
        }
        return records;
    }

    public static MappingFile mapping(String text) {
        return MappingFile.of(
                "test.yaml",
                text.getBytes(StandardCharsets.UTF_8),
                Home.SCHEMA,
                Definitions.at(Home.PATH, Home.FORMS),
                Home::hash);
    }

    @Override
    public void record(CanonicalRecord content) {
        records++;
        characters += content.values().size();
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    /** {@code format file rows}: maps the file in this JVM and prints how many records came of it and how long it took. */
    public static void main(String[] arguments) {
        var file = Path.of(arguments[1]);
        var mapping = mapping(new LongFiles(Path.of(""), 0).mapping(arguments[0]));
        var started = System.nanoTime();
        var count = new LongRecords().map(mapping, file);
        System.out.println(count + " records in " + (System.nanoTime() - started) / 1_000_000 + " ms");
    }
}
