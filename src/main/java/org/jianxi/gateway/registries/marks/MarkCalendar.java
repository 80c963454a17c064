package org.jianxi.gateway.registries.marks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.registries.marks.Marks.Doing;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** What time does to marks: their last valid day passes, and later what is kept of the person goes. In the caller's transaction. */
public record MarkCalendar(Marks marks) {

    /** A round takes no more, so that a transaction stays short; the next round takes the rest. */
    private static final int MOST = 1000;

    /** Ends the marks whose last valid day is before this one; gives back those it ended. */
    public List<Mark> expireDue(LocalDate today, Instant now) {
        var parameters = new MapSqlParameterSource().addValue("today", today).addValue("most", MOST);
        var due = marks.jdbc().query("""
                select c.* from mark_current c join hardship_mark m on m.id = c.id
                where c.valid_until < :today and split_part(c.state, '/', 1) in ('proposed', 'confirmed', 'missing')
                order by c.id limit :most for update of m skip locked""", parameters, MarkRows::mark);
        var ended = new ArrayList<Mark>();
        for (var mark : due) {
            var act = new MarkAct.Expire(today);
            if (marks.act(mark, new Doing(Marks.CALENDAR, act, now)) instanceof MarkStep.Done) {
                marks.find(mark.id()).ifPresent(ended::add);
            }
        }
        return ended;
    }

    /** Erases what is kept of the person where the mark ended before that moment; the ids of those marks. */
    public List<String> eraseDue(Instant endedBefore, Instant now) {
        var due = marks.jdbc()
                .query(
                        """
                select c.* from mark_current c join hardship_mark m on m.id = c.id
                where c.at < :before and (c.state in ('refused', 'expired') or c.state like 'withdrawn/%')
                order by c.id limit :most for update of m skip locked""",
                        new MapSqlParameterSource()
                                .addValue("before", endedBefore.atOffset(ZoneOffset.UTC))
                                .addValue("most", MOST),
                        MarkRows::mark);
        for (var mark : due) {
            marks.act(mark, new Doing(Marks.CALENDAR, new MarkAct.Erase(), now));
            forget(mark.id());
        }
        return due.stream().map(Mark::id).toList();
    }

    private void forget(String mark) {
        marks.jdbc().update("""
                update mark_act set said = null, hardship = null, confirmed_by = null, confirmed_on = null,
                                    words = null, seal_key = null where mark = :mark""", Map.of("mark", mark));
        marks.jdbc().update("update hardship_mark set person_token = null where id = :mark", Map.of("mark", mark));
    }
}
