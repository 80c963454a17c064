package org.jianxi.gateway.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;

/**
 * A record as it lies in the database. Only {@link Looks} opens one.
 *
 * @param leaf the hash that stands in the submission's tree
 * @param content empty once it was erased
 */
public record SealedRecord(String submission, long number, Digest leaf, String keyId, Optional<byte[]> content) {

    static final String COLUMNS = "r.submission, r.number, r.leaf_hash, r.seal_key, r.content";

    static SealedRecord read(ResultSet row, int at) throws SQLException {
        return new SealedRecord(
                row.getString("submission"),
                row.getLong("number"),
                Digest.of(row.getBytes("leaf_hash")),
                row.getString("seal_key"),
                Optional.ofNullable(row.getBytes("content")));
    }

    /** What the seal is bound to: moved to another row or column, it does not open. */
    static String place(String submission, long number) {
        return "person_record/content/" + submission + "/" + number;
    }

    @Override
    public String toString() {
        return "record %d of %s".formatted(number, submission);
    }
}
