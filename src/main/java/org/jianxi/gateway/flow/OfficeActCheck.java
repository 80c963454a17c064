package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jianxi.gateway.filing.Approvals;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.filing.TypedAcknowledgements;
import org.jianxi.gateway.flow.byhand.ByHandDesk;
import org.jianxi.gateway.flow.handover.HandoverDesk;
import org.jianxi.gateway.handover.Handovers;
import org.jianxi.gateway.ledger.Breach;
import org.jianxi.gateway.ledger.EntryCheck;
import org.jianxi.gateway.ledger.LedgerEntry;
import org.jianxi.gateway.ledger.StatedFacts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of one act of the office against its entry.
 *
 * @param facts of each row that names this position, as the entry states them; one act may have several
 */
record OfficeActCheck(String table, LongFunction<List<Map<String, Object>>> facts) implements EntryCheck {

    /** Every check of this kind, by the kind of entry. */
    static Map<String, EntryCheck> all(JdbcClient jdbc) {
        var returned = new ReturnedSubmissions(jdbc);
        var approvals = new Approvals(jdbc);
        var exceptions = new LateExceptions(jdbc);
        var typed = new TypedAcknowledgements(jdbc);
        var handovers = new Handovers(jdbc);
        return Map.of(
                SendingBackDesk.ENTRY,
                one("submission_return", position -> returned.at(position).map(OfficeStatements::of)),
                SendingBackDesk.UNDONE,
                one(
                        "submission_return_undone",
                        position -> returned.undoneAt(position).map(OfficeStatements::of)),
                MonthEndFlow.APPROVED,
                one("approval", position -> approvals.at(position).map(OfficeStatements::of)),
                MonthEndFlow.WITHDRAWN,
                new OfficeActCheck(
                        "approval_withdrawal", position -> OfficeStatements.ofEach(approvals.withdrawnAt(position))),
                LateExceptionDesk.ENTRY,
                one("late_exception", position -> exceptions.at(position).map(OfficeStatements::of)),
                ByHandDesk.ENTRY,
                one("typed_acknowledgement", position -> typed.at(position).map(ByHandDesk::statement)),
                HandoverDesk.ENTRY,
                one("handover", position -> handovers.at(position).map(HandoverDesk::statement)));
    }

    private static OfficeActCheck one(String table, LongFunction<Optional<Map<String, Object>>> facts) {
        return new OfficeActCheck(
                table, position -> facts.apply(position).stream().toList());
    }

    @Override
    public Optional<Breach> check(LedgerEntry entry) {
        try {
            var rows = facts.apply(entry.position());
            return rows.isEmpty()
                    ? Optional.of(new Breach(table, entry.subject(), Breach.Kind.ROW_MISSING, "a row", "none"))
                    : rows.stream()
                            .map(row -> difference(entry, row))
                            .flatMap(Optional::stream)
                            .findFirst();
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            // what we wrote can be read: no unit is called x, and no column of it is empty
            return Optional.of(new Breach(
                    table, entry.subject(), Breach.Kind.ROW_CHANGED, "a row that can be read", "one that cannot"));
        }
    }

    private Optional<Breach> difference(LedgerEntry entry, Map<String, Object> row) {
        var stated = StatedFacts.of(entry);
        return stated.firstDifference(row, "")
                .map(name -> new Breach(
                        table,
                        entry.subject() + " column of " + name,
                        Breach.Kind.ROW_CHANGED,
                        stated.text(name),
                        String.valueOf(row.get(name))));
    }
}
