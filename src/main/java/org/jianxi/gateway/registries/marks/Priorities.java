package org.jianxi.gateway.registries.marks;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Sender;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Who of a unit's current trainees is marked and in no placement: to be served first (人社部发〔2023〕27号 二(一)).
 *
 * <p>The clause puts the marked before the others and says nothing of an order among them. Ours compares nobody's hardship: who was never
 * in a placement comes before who was, then who has waited longest since a mark was confirmed; the rest is as the tokens fall.
 */
public record Priorities(NamedParameterJdbcOperations jdbc) {

    /**
     * @param waitingSince day on which the first of the marks that count was confirmed
     * @param placedBefore whether an earlier placement has ended
     * @param registries whose marks count, as codes
     */
    public record Waiting(MarkedRecord record, LocalDate waitingSince, boolean placedBefore, List<String> registries) {}

    /** As of that day, in order. A placement that is yet to begin is a placement. */
    public List<Waiting> of(Sender sender, LocalDate today) {
        return jdbc.query(
                """
                with marked as (
                    select person_token, min(confirmed_on) as since, array_agg(distinct registry order by registry) as registries
                    from mark_current
                    where confirmed_on is not null and valid_until >= :today and person_token is not null
                    group by person_token),
                ours as (
                    select m.since, m.registries, t.* from marked m
                    cross join lateral current_trainees(array[m.person_token]) t where t.sender = :sender),
                placed as (
                    select o.record_token,
                           bool_or(coalesce(s.actual_end_on, s.planned_end_on) >= :today) as now,
                           bool_or(coalesce(s.actual_end_on, s.planned_end_on) < :today) as before
                    from ours o
                    cross join lateral current_placements(array[o.person_token]) p
                    join placement_span s on s.submission = p.submission and s.number = p.number
                    group by o.record_token)
                select o.*, coalesce(p.before, false) as placed_before
                from ours o left join placed p on p.record_token = o.record_token
                where not coalesce(p.now, false)
                order by placed_before, o.since, o.record_token""",
                Map.of("today", today, "sender", sender.code()),
                (row, number) -> new Waiting(
                        new MarkedRecord(
                                sender,
                                HexFormat.of().formatHex(row.getBytes("record_token")),
                                row.getString("submission"),
                                row.getLong("number")),
                        row.getObject("since", LocalDate.class),
                        row.getBoolean("placed_before"),
                        List.of((String[]) row.getArray("registries").getArray())));
    }
}
