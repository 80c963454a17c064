package org.jianxi.gateway.flow.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;

/**
 * The records of a batch between its verdict and its keeping, so that it need not be read twice. As soon as they would take too much
 * memory none is held.
 */
final class HeldRecords {

    /** In bytes, as far as that can be told: some thirty thousand records. */
    static final long MOST = 48L * 1024 * 1024;

    private static final int OF_A_RECORD = 120;
    private static final int OF_A_VALUE = 56;

    private final List<CanonicalRecord> records = new ArrayList<>();
    private long size;

    void hold(CanonicalRecord content) {
        if (size > MOST) {
            return;
        }
        size += sizeOf(content);
        if (size > MOST) {
            records.clear();
        } else {
            records.add(content);
        }
    }

    private static long sizeOf(CanonicalRecord content) {
        var size = (long) OF_A_RECORD;
        for (var value : content.values().values()) {
            size += OF_A_VALUE
                    + (value instanceof FieldValue.Text text ? text.text().length() : 0);
        }
        return size;
    }

    /** In the order of the document, bad ones too; empty where none is held. */
    Optional<List<CanonicalRecord>> all() {
        return size > MOST ? Optional.empty() : Optional.of(List.copyOf(records));
    }
}
