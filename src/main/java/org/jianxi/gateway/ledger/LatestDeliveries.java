package org.jianxi.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.SourceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The newest delivery of each source, whatever became of it. */
public final class LatestDeliveries {

    private final JdbcClient database;

    public LatestDeliveries(JdbcClient database) {
        this.database = database;
    }

    /** @param verdict the wire word: {@code accepted}, {@code rejected} or {@code undecided} */
    public record Latest(String submission, String dataset, Instant receivedAt, String verdict) {}

    public Map<SourceId, Latest> bySource() {
        var latest = new TreeMap<SourceId, Latest>();
        database.sql("""
                        select distinct on (source) source, id, dataset, received_at, verdict
                        from submission order by source, received_at desc, id desc""")
                .query((row, number) -> latest.put(new SourceId(row.getString("source")), one(row)))
                .list();
        return latest;
    }

    private static Latest one(ResultSet row) throws SQLException {
        return new Latest(
                row.getString("id"),
                row.getString("dataset"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("verdict"));
    }
}
