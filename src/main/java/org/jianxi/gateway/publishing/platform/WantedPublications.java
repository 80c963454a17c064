package org.jianxi.gateway.publishing.platform;

import static org.jianxi.gateway.publishing.platform.PublicationRows.time;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.publishing.Change;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.Listing;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What each platform is to show, brought up to what stands, in the caller's transaction. */
public final class WantedPublications {

    private static final int BATCH = 500;

    private static final String SHOW = """
            insert into publication as p (platform, list, listing, sender, content, content_digest, wanted_at, state, next_try_at)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, 'waiting', ?)
            on conflict (platform, list, listing) do update set sender = excluded.sender, content = excluded.content,
                content_digest = excluded.content_digest, wanted_at = excluded.wanted_at, failures = 0, refused = false,
                next_try_at = excluded.next_try_at, last_error = null,
                state = case when p.held_digest = excluded.content_digest and not p.unsure then 'settled' else 'waiting' end""";

    /** What never left us needs no taking back. */
    private static final String WITHDRAW = """
            update publication p set content = null, content_digest = null, wanted_at = ?, failures = 0, refused = false, next_try_at = ?,
                last_error = null, state = case when p.held_digest is null and not p.unsure then 'settled' else 'waiting' end
            where platform = ? and list = ? and listing = ?""";

    private final JdbcTemplate jdbc;

    public WantedPublications(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** False while another node does the same for this platform. */
    public boolean lock(String platform) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select pg_try_advisory_xact_lock(hashtextextended('publication ' || ?, 0))", Boolean.class, platform));
    }

    /**
     * Wants exactly these entries of one list there.
     *
     * @return how many changed
     */
    public int want(String platform, ListKind list, List<Listing> standing, Instant now) {
        var told = jdbc.query(
                "select list, listing, content_digest from publication where platform = ? and list = ? and content is not null",
                PublicationRows::wanted,
                platform,
                list.wireName());
        var changes = Change.between(told, standing);
        withdraw(platform, changes, now);
        show(platform, changes, now);
        return changes.size();
    }

    private void withdraw(String platform, List<Change> changes, Instant now) {
        var gone = changes.stream()
                .filter(Change.Withdraw.class::isInstance)
                .map(one ->
                        new Object[] {time(now), time(now), platform, one.list().wireName(), one.id()})
                .toList();
        jdbc.batchUpdate(WITHDRAW, gone);
    }

    private void show(String platform, List<Change> changes, Instant now) {
        var shown = changes.stream()
                .flatMap(change -> switch (change) {
                    case Change.Add add -> Stream.of(add.listing());
                    case Change.Update update -> Stream.of(update.listing());
                    case Change.Withdraw gone -> Stream.<Listing>empty();
                })
                .toList();
        jdbc.batchUpdate(SHOW, shown, BATCH, (row, listing) -> fill(row, platform, listing, now));
    }

    private static void fill(PreparedStatement row, String platform, Listing listing, Instant now) throws SQLException {
        row.setString(1, platform);
        row.setString(2, listing.list().wireName());
        row.setString(3, listing.id());
        row.setString(4, listing.sender().code());
        row.setString(5, JsonMapper.shared().writeValueAsString(listing.values()));
        row.setBytes(6, listing.digest().bytes());
        row.setObject(7, time(now));
        row.setObject(8, time(now));
    }
}
