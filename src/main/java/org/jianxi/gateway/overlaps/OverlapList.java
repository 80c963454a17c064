package org.jianxi.gateway.overlaps;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** The cases as somebody may see them: a unit those it is a side of. */
public record OverlapList(NamedParameterJdbcOperations jdbc) {

    /**
     * Newest first.
     *
     * @param senders whose; empty for everybody's
     * @param before number of the last case of the page before
     */
    public List<OverlapCase> page(Collection<Sender> senders, Optional<String> state, Optional<Long> before, int most) {
        var parameters = new HashMap<String, Object>();
        parameters.put("everybody", senders.isEmpty());
        parameters.put(
                "senders",
                senders.isEmpty()
                        ? List.of("")
                        : senders.stream().map(Sender::code).toList());
        parameters.put("state", state.orElse(""));
        parameters.put("before", before.orElse(Long.MAX_VALUE));
        parameters.put("most", most);
        return new OverlapRows(jdbc).query("""
                        select c.* from overlap_current c
                        where c.number < :before and (:state = '' or c.state = :state)
                          and (:everybody or exists (select 1 from overlap_record r
                                                     where r.overlap = c.number and r.sender in (:senders))
                               or exists (select 1 from overlap_act a
                                          where a.overlap = c.number and a.sender in (:senders)))
                        order by c.number desc limit :most""", parameters);
    }

    public Optional<OverlapCase> find(long number) {
        return new OverlapRows(jdbc)
                .query("select * from overlap_current where number = :number", Map.of("number", number)).stream()
                        .findFirst();
    }

    /** The open ones whose last day is this one or was before. */
    public List<OverlapCase> dueBy(LocalDate day) {
        return new OverlapRows(jdbc)
                .query(
                        "select * from overlap_current where state = 'open' and due_on <= :day order by number",
                        Map.of("day", day));
    }
}
