package org.jianxi.gateway.overlaps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.inquiries.Evidence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** The placements that stand, person by person, by token. Nothing sealed is opened. */
record PlacedPeople(NamedParameterJdbcOperations jdbc) {

    /** When the newest trainees or placements were accepted; empty where none were. */
    Optional<Instant> newest() {
        return jdbc.query(
                        "select max(decided_at) as newest from standing_submission where dataset in ('trainees', 'placements')",
                        (row, number) -> Optional.ofNullable(row.getObject("newest", OffsetDateTime.class)))
                .getFirst()
                .map(OffsetDateTime::toInstant);
    }

    /** Those with more than one placement, one person after another. */
    void forEach(Consumer<List<Placement>> taker) {
        var person = new OnePerson(taker);
        RowCallbackHandler each = person::add;
        jdbc.query("""
                with placed as materialized (
                    select p.person_token, p.sender, p.record_token, p.submission, p.number, s.start_on,
                           coalesce(s.actual_end_on, s.planned_end_on) as until,
                           count(*) over (partition by p.person_token) as placements
                    from person_current p
                    join placement_span s on s.submission = p.submission and s.number = p.number
                    where p.dataset = 'placements' and p.person_token is not null)
                select * from placed where placements > 1 order by person_token, sender, record_token""", Map.of(), each);
        person.finish();
    }

    /** Gathers the rows of one person until those of the next begin. */
    private static final class OnePerson {

        private final Consumer<List<Placement>> taker;
        private final List<Placement> placements = new ArrayList<>();
        private byte @Nullable [] token;

        OnePerson(Consumer<List<Placement>> taker) {
            this.taker = taker;
        }

        void add(ResultSet row) throws SQLException {
            var next = row.getBytes("person_token");
            if (token != null && !Arrays.equals(token, next)) {
                finish();
            }
            token = next;
            placements.add(new Placement(
                    new Evidence(
                            new Sender(row.getString("sender")),
                            HexFormat.of().formatHex(row.getBytes("record_token")),
                            Optional.of(new Evidence.Version(
                                    "placements", row.getString("submission"), row.getLong("number")))),
                    row.getObject("start_on", LocalDate.class),
                    Optional.of(row.getObject("until", LocalDate.class))));
        }

        void finish() {
            if (!placements.isEmpty()) {
                taker.accept(List.copyOf(placements));
                placements.clear();
            }
        }
    }
}
