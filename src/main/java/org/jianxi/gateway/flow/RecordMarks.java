package org.jianxi.gateway.flow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.forms.RecordJson;
import org.jianxi.gateway.signing.Sm3;

/** Tells whether two readings of one batch say the same, record by record, at eight bytes each. For one thread. */
final class RecordMarks {

    private long[] marks = new long[64];

    /** The first 64 bits of SM3 over the record's canonical JSON, never 0. */
    void note(CanonicalRecord content) {
        var at = Math.toIntExact(content.number());
        if (at >= marks.length) {
            marks = Arrays.copyOf(marks, Math.max(at + 1, marks.length * 2));
        }
        var json = RecordJson.text(content).getBytes(StandardCharsets.UTF_8);
        marks[at] = ByteBuffer.wrap(Sm3.of(json).bytes()).getLong() | 1;
    }

    /** How many records stand in both and differ. */
    long differing(RecordMarks other) {
        var both = Math.min(marks.length, other.marks.length);
        var count = 0L;
        for (var at = 0; at < both; at++) {
            if (marks[at] != 0 && other.marks[at] != 0 && marks[at] != other.marks[at]) {
                count++;
            }
        }
        return count;
    }
}
