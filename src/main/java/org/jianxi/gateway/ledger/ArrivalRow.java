package org.jianxi.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.SourceId;

/** How a delivery came in, from a row of any table that keeps it; the columns have the same names everywhere. */
final class ArrivalRow {

    private ArrivalRow() {}

    /** @param signer whose certificate it was, where that is known already */
    static Arrival read(ResultSet row, Optional<Digest> signer) throws SQLException {
        return new Arrival(
                new SourceId(row.getString("source")),
                Door.valueOf(row.getString("door")),
                MediaType.valueOf(row.getString("media_type")),
                Optional.ofNullable(row.getString("file_name")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Digest.of(row.getBytes("digest")),
                row.getLong("size"),
                Optional.ofNullable(row.getBytes("sender_signature")),
                signer,
                Optional.ofNullable(row.getString("idempotency_key")),
                said(row));
    }

    private static Optional<Said> said(ResultSet row) throws SQLException {
        var senders = Optional.ofNullable(row.getString("said_senders"));
        var period = Optional.ofNullable(row.getString("said_period"));
        return senders.flatMap(codes -> period.map(month -> new Said(codes, month)));
    }
}
