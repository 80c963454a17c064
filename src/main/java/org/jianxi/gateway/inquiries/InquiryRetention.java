package org.jianxi.gateway.inquiries;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Erases what an inquiry that is over says of people: what its sides wrote, and which records it was about. In the caller's transaction. */
public record InquiryRetention(NamedParameterJdbcOperations jdbc) {

    /** A round takes no more, so that a transaction stays short; the next round takes the rest. */
    private static final int MOST = 1000;

    /** @param matter its wire name */
    public record Erased(String matter, long number) {}

    /** Of inquiries that were closed or lapsed before that moment. That there was an inquiry, and how it ended, stays. */
    public List<Erased> eraseDue(Instant endedBefore) {
        var due = jdbc.query(
                """
                select c.matter, c.number from inquiry c
                where exists (select from inquiry_record r where r.inquiry = c.number)
                  and exists (select from inquiry_act a
                              where a.inquiry = c.number and a.act in ('closed', 'lapsed') and a.at < :before)
                order by c.number limit :most for update of c skip locked""",
                new MapSqlParameterSource()
                        .addValue("before", endedBefore.atOffset(ZoneOffset.UTC))
                        .addValue("most", MOST),
                (row, at) -> new Erased(row.getString("matter"), row.getLong("number")));
        if (!due.isEmpty()) {
            var numbers = Map.of("numbers", due.stream().map(Erased::number).toArray(Long[]::new));
            jdbc.update(
                    "update inquiry_act set words = null, seal_key = null where inquiry = any (:numbers) and words is not null",
                    numbers);
            jdbc.update("delete from inquiry_record where inquiry = any (:numbers)", numbers);
        }
        return due;
    }
}
