package org.jianxi.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The timestamps on checkpoints. A checkpoint without one is as good, but its moment is only our own word. */
public final class Timestamps {

    private final JdbcClient jdbc;

    public Timestamps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty while the checkpoint of this size is not yet timestamped. */
    public Optional<Timestamp> of(long treeSize) {
        return jdbc.sql("select * from checkpoint_timestamp where tree_size = :size")
                .param("size", treeSize)
                .query(Timestamps::read)
                .optional();
    }

    public Optional<Timestamp> latest() {
        return jdbc.sql("select * from checkpoint_timestamp order by tree_size desc limit 1")
                .query(Timestamps::read)
                .optional();
    }

    /**
     * The newest checkpoint, while it has none. Older ones are left: every tree grows out of those before it, so a stamp on the
     * newest tells of them too.
     */
    public Optional<Checkpoint> awaited() {
        return jdbc.sql("""
                        select c.* from checkpoint c left join checkpoint_timestamp t using (tree_size)
                        where c.tree_size = (select max(tree_size) from checkpoint) and t.tree_size is null""").query(Checkpoints::read).optional();
    }

    /** Where two nodes asked at once the first answer stays. */
    public void add(Timestamp timestamp) {
        jdbc.sql("""
                        insert into checkpoint_timestamp (tree_size, authority, token, stamped_at, received_at)
                        values (:size, :authority, :token, :stampedAt, :receivedAt) on conflict do nothing""")
                .param("size", timestamp.treeSize())
                .param("authority", timestamp.authority())
                .param("token", timestamp.token())
                .param("stampedAt", time(timestamp.stampedAt()))
                .param("receivedAt", time(timestamp.receivedAt()))
                .update();
    }

    private static Timestamp read(ResultSet row, int number) throws SQLException {
        return new Timestamp(
                row.getLong("tree_size"),
                row.getString("authority"),
                row.getBytes("token"),
                moment(row, "stamped_at"),
                moment(row, "received_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
