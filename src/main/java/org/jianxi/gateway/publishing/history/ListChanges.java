package org.jianxi.gateway.publishing.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What changed in the lists, by the ledger's entry that says so; never taken back. */
public final class ListChanges {

    private final JdbcClient jdbc;

    public ListChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the caller's transaction ends nobody else writes changes down: they are counted from what stood before. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('list_change', 0))")
                .query((row, number) -> number)
                .single();
    }

    /** @param position of the entry in the ledger */
    public void add(long position, List<ListChange> changes) {
        jdbc.sql("""
                        insert into list_change (position, list, listing, content_digest)
                        select :position, one.* from unnest(:lists, :listings, :contents) one""")
                .param("position", position)
                .param("lists", changes.stream().map(ListChange::list).toArray(String[]::new))
                .param("listings", changes.stream().map(ListChange::listing).toArray(String[]::new))
                .param("contents", changes.stream().map(ListChanges::bytes).toArray(byte[][]::new))
                .update();
    }

    /** What the entry at this position says to have changed. */
    public List<ListChange> at(long position) {
        return jdbc.sql("select list, listing, content_digest from list_change where position = :position")
                .param("position", position)
                .query(ListChanges::read)
                .list();
    }

    /** What stood in a list when the ledger had grown to this position and no further: digests by the entries' ids. */
    public Map<String, Digest> stoodAt(String list, long position) {
        var stood = new TreeMap<String, Digest>();
        jdbc.sql("""
                        select distinct on (c.listing) c.list, c.listing, c.content_digest from list_change c
                        where c.list = :list and c.position <= :position order by c.listing, c.position desc""")
                .param("list", list)
                .param("position", position)
                .query(ListChanges::read)
                .list()
                .forEach(change -> change.content().ifPresent(digest -> stood.put(change.listing(), digest)));
        return stood;
    }

    private static byte @Nullable [] bytes(ListChange change) {
        return change.content().map(Digest::bytes).orElse(null);
    }

    private static ListChange read(ResultSet row, int number) throws SQLException {
        return new ListChange(
                row.getString("list"),
                row.getString("listing"),
                Optional.ofNullable(row.getBytes("content_digest")).map(Digest::of));
    }
}
