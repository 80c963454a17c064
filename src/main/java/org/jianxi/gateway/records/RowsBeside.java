package org.jianxi.gateway.records;

import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;

/** A table that holds something of a record beside its sealed row, written with it and gone with it. */
interface RowsBeside {

    /** The table with its columns in brackets, for COPY. */
    String into();

    /**
     * A {@link org.jianxi.gateway.records.copying.BinaryRow}; empty for a record of which the table holds nothing.
     *
     * @param token of the record
     */
    Optional<byte[]> row(CanonicalRecord content, byte[] token);
}
