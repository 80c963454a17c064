package org.jianxi.gateway.overlaps;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Erases what a case that is over says of people: what its sides wrote, and which records it was about. In the caller's transaction. */
public record OverlapRetention(NamedParameterJdbcOperations jdbc) {

    /** A round takes no more, so that a transaction stays short; the next round takes the rest. */
    private static final int MOST = 1000;

    /** Of cases that were closed or lapsed before that moment; their numbers. That there was a case, and how it ended, stays. */
    public List<Long> eraseDue(Instant endedBefore) {
        var due = jdbc.query(
                """
                select c.number from overlap_case c
                where exists (select from overlap_record r where r.overlap = c.number)
                  and exists (select from overlap_act a
                              where a.overlap = c.number and a.act in ('closed', 'lapsed') and a.at < :before)
                order by c.number limit :most for update of c skip locked""",
                new MapSqlParameterSource()
                        .addValue("before", endedBefore.atOffset(ZoneOffset.UTC))
                        .addValue("most", MOST),
                (row, number) -> row.getLong("number"));
        if (!due.isEmpty()) {
            var numbers = Map.of("numbers", due);
            jdbc.update(
                    "update overlap_act set words = null, seal_key = null where overlap in (:numbers) and words is not null",
                    numbers);
            jdbc.update("delete from overlap_record where overlap in (:numbers)", numbers);
        }
        return due;
    }
}
