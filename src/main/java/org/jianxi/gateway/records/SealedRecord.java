package org.jianxi.gateway.records;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A record as it lies in the database. Only {@link Looks} opens one. */
public record SealedRecord(String submission, long number, String keyId, byte[] content) {

    static SealedRecord read(ResultSet row) throws SQLException {
        return new SealedRecord(
                row.getString("submission"), row.getLong("number"), row.getString("seal_key"), row.getBytes("content"));
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
