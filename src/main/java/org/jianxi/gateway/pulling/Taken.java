package org.jianxi.gateway.pulling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.SourceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was last taken from each place of a source's server, so that the same thing is not offered at every turn, nor again
 * after a restart, while a corrected file of the same name is.
 */
public final class Taken {

    private final JdbcClient database;

    public Taken(JdbcClient database) {
        this.database = database;
    }

    /**
     * One thing taken.
     *
     * @param version what the server calls this state of it: an entity tag, or a file's time in milliseconds
     * @param digest SM3 of its bytes
     */
    public record Thing(long size, Optional<String> version, Digest digest) {

        public boolean isSameContentAs(Thing other) {
            return size == other.size && digest.equals(other.digest);
        }
    }

    /** @param name a file's name, or the address that was fetched */
    public Optional<Thing> last(SourceId source, String name) {
        return database.sql("select size, version, digest from taken where source = ? and name = ?")
                .params(source.value(), name)
                .query(Taken::thing)
                .optional();
    }

    public void keep(SourceId source, String name, Thing thing, Instant now) {
        database.sql("""
                        insert into taken (source, name, size, version, digest, taken_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (source, name) do update set
                            size = excluded.size,
                            version = excluded.version,
                            digest = excluded.digest,
                            taken_at = excluded.taken_at""")
                .param(source.value())
                .param(name)
                .param(thing.size())
                .param(thing.version().orElse(null))
                .param(thing.digest().bytes())
                .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    private static Thing thing(ResultSet row, int number) throws SQLException {
        return new Thing(
                row.getLong("size"), Optional.ofNullable(row.getString("version")), Digest.of(row.getBytes("digest")));
    }
}
