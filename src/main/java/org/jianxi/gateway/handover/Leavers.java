package org.jianxi.gateway.handover;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jianxi.gateway.canonical.Sender;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Trainees whose placement ended and whom nobody kept (未留用), by the facts beside the sealed records: the newest placement of theirs has
 * ended within a year, they were not retained, and are not known to be otherwise employed. Whoever was erased has no facts.
 */
public record Leavers(JdbcClient jdbc) {

    /** Where a trainee's record lies, still sealed. */
    public record Place(String submission, long number) {}

    private static final String SQL = """
            with newest as (
                select distinct on (sender, trainee_id) * from placements_fact
                where stands_from is not null and stands_until is null and not gone
                    and trainee_id is not null and status is distinct from 'CANCELLED' and sender in (:senders)
                order by sender, trainee_id, start_on desc nulls last, batch desc, number desc)
            select b.submission, t.number
            from newest n
            join trainees_fact t on t.record = n.trainee_id and t.sender = n.sender
                and t.stands_from is not null and t.stands_until is null and not t.gone
            join fact_batch b on b.batch = t.batch
            where n.actual_end_on between :from and :today and n.outcome is distinct from 'RETAINED'
                and n.outcome is distinct from 'OTHER_EMPLOYED' and n.end_kind is distinct from 'EARLY_RETAINED'
                and n.status is distinct from 'RETAINED'
            order by n.sender, n.actual_end_on desc, t.record limit :most""";

    /**
     * Those who ended longest ago last.
     *
     * @param senders whose people, at least one
     */
    public List<Place> of(Collection<Sender> senders, LocalDate today, int most) {
        return jdbc.sql(SQL)
                .param("senders", senders.stream().map(Sender::code).toList())
                .param("from", today.minusYears(1))
                .param("today", today)
                .param("most", most)
                .query((row, at) -> new Place(row.getString("submission"), row.getLong("number")))
                .list();
    }
}
