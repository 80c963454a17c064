package org.jianxi.gateway.publishing.platform;

import static org.jianxi.gateway.publishing.platform.PublicationRows.findInstant;
import static org.jianxi.gateway.publishing.platform.PublicationRows.instant;
import static org.jianxi.gateway.publishing.platform.PublicationRows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.publishing.ListKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each platform is from what it is to show, and the proofs. */
public record PublicationStandings(JdbcClient jdbc) {

    /**
     * One list at one platform.
     *
     * @param shown entries that it confirmed to show and is to show
     * @param waiting entries that it must still be told, withdrawals among them
     * @param withdrawals entries that it may still show and is to show no longer
     * @param lastConfirmed when it last confirmed anything of the list
     */
    public record Standing(
            String platform,
            ListKind list,
            long shown,
            long waiting,
            long withdrawals,
            Optional<Instant> lastConfirmed) {}

    /** An entry that a platform must still be told of, with the last thing that went wrong. */
    public record Open(
            String platform, ListKind list, String listing, Instant since, int failures, Optional<String> lastError) {}

    /** A platform that is left alone until then. */
    public record Pause(String platform, int failures, Instant until, String lastError, Instant since) {}

    /** A confirmation: {@code show} or {@code withdraw}. */
    public record Proof(String act, String number, Instant at) {}

    /**
     * One list at one platform, each entry counted once.
     *
     * @param toPublish entries that it must still be told of
     * @param published entries that it confirmed as they are to be shown
     * @param beingWithdrawn entries that it may still show and is to show no longer
     * @param refused entries that it turned away
     * @param number its own for the newest thing it confirmed
     * @param confirmedAt when that was
     * @param trouble the last thing that went wrong with an entry that is still open
     * @param oldestWithdrawal since when the oldest open withdrawal is wanted
     */
    public record Place(
            String platform,
            ListKind list,
            long toPublish,
            long published,
            long beingWithdrawn,
            long refused,
            Optional<String> number,
            Optional<Instant> confirmedAt,
            Optional<String> trouble,
            Optional<Instant> oldestWithdrawal) {

        /** Where nothing was ever wanted. */
        public static Place empty(String platform, ListKind list) {
            return new Place(
                    platform, list, 0, 0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** In the order of platforms and lists. */
    public List<Place> places() {
        return jdbc.sql("""
                        select platform, list,
                            count(*) filter (where state = 'waiting' and content is not null and not refused) as to_publish,
                            count(*) filter (where state = 'settled' and content is not null) as published,
                            count(*) filter (where state = 'waiting' and content is null) as being_withdrawn,
                            count(*) filter (where state = 'waiting' and content is not null and refused) as refused,
                            (array_agg(number order by confirmed_at desc) filter (where number is not null))[1] as number,
                            max(confirmed_at) as confirmed_at,
                            (array_agg(last_error order by next_try_at desc)
                                filter (where state = 'waiting' and last_error is not null))[1] as trouble,
                            min(wanted_at) filter (where state = 'waiting' and content is null) as oldest_withdrawal
                        from publication group by platform, list order by platform, list""").query(PublicationStandings::place).list();
    }

    private static Place place(ResultSet row, int at) throws SQLException {
        return new Place(
                row.getString("platform"),
                PublicationRows.list(row),
                row.getLong("to_publish"),
                row.getLong("published"),
                row.getLong("being_withdrawn"),
                row.getLong("refused"),
                Optional.ofNullable(row.getString("number")),
                findInstant(row, "confirmed_at"),
                Optional.ofNullable(row.getString("trouble")),
                findInstant(row, "oldest_withdrawal"));
    }

    /** In the order of platforms and lists. */
    public List<Standing> all() {
        return jdbc.sql("""
                        select platform, list,
                            count(*) filter (where held_digest is not null and content is not null) as shown,
                            count(*) filter (where state = 'waiting') as waiting,
                            count(*) filter (where state = 'waiting' and content is null) as withdrawals,
                            max(confirmed_at) as confirmed_at
                        from publication group by platform, list order by platform, list""")
                .query((row, at) -> new Standing(
                        row.getString("platform"),
                        PublicationRows.list(row),
                        row.getLong("shown"),
                        row.getLong("waiting"),
                        row.getLong("withdrawals"),
                        findInstant(row, "confirmed_at")))
                .list();
    }

    /** Wanted before that moment and not confirmed, the oldest first. */
    public List<Open> unconfirmed(Instant before, int most) {
        return jdbc.sql("""
                        select * from publication where state = 'waiting' and content is null and wanted_at <= :before
                        order by wanted_at, platform, list, listing limit :most""")
                .param("before", time(before))
                .param("most", most)
                .query(PublicationStandings::open)
                .list();
    }

    public List<Pause> pauses() {
        return jdbc.sql("select * from publication_pause order by platform")
                .query((row, at) -> new Pause(
                        row.getString("platform"),
                        row.getInt("failures"),
                        instant(row, "until"),
                        row.getString("last_error"),
                        instant(row, "since")))
                .list();
    }

    /** What a platform confirmed of one entry, the oldest first. */
    public List<Proof> proofs(String platform, ListKind list, String listing) {
        return jdbc.sql("""
                        select act, number, confirmed_at from publication_proof
                        where platform = :platform and list = :list and listing = :listing order by id""")
                .param("platform", platform)
                .param("list", list.wireName())
                .param("listing", listing)
                .query((row, at) ->
                        new Proof(row.getString("act"), row.getString("number"), instant(row, "confirmed_at")))
                .list();
    }

    /** The newest refusals of single entries, so that somebody can mend them. */
    public List<Open> refused(int most) {
        return jdbc.sql("""
                        select * from publication where state = 'waiting' and content is not null and refused
                        order by next_try_at desc, platform, list, listing limit :most""")
                .param("most", most)
                .query(PublicationStandings::open)
                .list();
    }

    private static Open open(ResultSet row, int at) throws SQLException {
        return new Open(
                row.getString("platform"),
                PublicationRows.list(row),
                row.getString("listing"),
                instant(row, "wanted_at"),
                row.getInt("failures"),
                Optional.ofNullable(row.getString("last_error")));
    }
}
