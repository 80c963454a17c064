package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.flow.byhand.ByHandDesk;
import org.jianxi.gateway.flow.handover.HandoverDesk;
import org.jianxi.gateway.flow.publishing.ListChronicle;
import org.jianxi.gateway.ledger.Breach;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of the office's acts that no entry of the ledger speaks of. Where the first acts had none, a row without one is a row from before
 * only while it is older than the first that has one.
 */
record OfficeActRows(JdbcClient jdbc) {

    private static final List<Rows> ALL = List.of(
            new Rows("submission_return", "position", "at", SendingBackDesk.ENTRY),
            new Rows("submission_return_undone", "entry", "at", SendingBackDesk.UNDONE),
            new Rows("approval", "entry", "approved_at", MonthEndFlow.APPROVED),
            new Rows("approval_withdrawal", "entry", "at", MonthEndFlow.WITHDRAWN),
            new Rows("late_exception", "position", "at", LateExceptionDesk.ENTRY),
            new Rows("typed_acknowledgement", "position", "at", ByHandDesk.ENTRY),
            new Rows("handover", "position", "at", HandoverDesk.ENTRY),
            new Rows("list_change", "position", "position", ListChronicle.ENTRY));

    Optional<Breach> first() {
        return ALL.stream().map(this::stray).flatMap(Optional::stream).findFirst();
    }

    private Optional<Breach> stray(Rows rows) {
        return jdbc.sql(rows.question())
                .param("kind", rows.kind())
                .query(String.class)
                .optional()
                .map(moment -> new Breach(
                        rows.table(), "of " + moment, Breach.Kind.ROW_UNKNOWN, "an entry in the ledger", "none"));
    }

    /**
     * @param entry the column that holds the position of a row's entry
     * @param moment the column that says when it was done
     */
    private record Rows(String table, String entry, String moment, String kind) {

        String question() {
            return """
                    select r.%3$s::text from %1$s r where case when r.%2$s is null
                            then r.%3$s >= (select min(%3$s) from %1$s where %2$s is not null)
                            else not exists (select 1 from ledger_entry e where e.position = r.%2$s and e.kind = :kind) end
                    order by r.%3$s limit 1
                    """.formatted(table, entry, moment);
        }
    }
}
