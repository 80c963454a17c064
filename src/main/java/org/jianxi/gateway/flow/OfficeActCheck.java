package org.jianxi.gateway.flow;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.filing.TypedAcknowledgements;
import org.jianxi.gateway.flow.byhand.ByHandDesk;
import org.jianxi.gateway.ledger.Breach;
import org.jianxi.gateway.ledger.EntryCheck;
import org.jianxi.gateway.ledger.LedgerEntry;
import org.jianxi.gateway.ledger.StatedFacts;

/**
 * A row of what the office did about a unit's return against its entry.
 *
 * @param facts of the row that names this position, as its entry states them
 */
record OfficeActCheck(String table, LongFunction<Optional<Map<String, Object>>> facts) implements EntryCheck {

    static OfficeActCheck of(ReturnedSubmissions returned) {
        return new OfficeActCheck(
                "submission_return", position -> returned.at(position).map(OfficeStatements::of));
    }

    static OfficeActCheck of(LateExceptions exceptions) {
        return new OfficeActCheck(
                "late_exception", position -> exceptions.at(position).map(OfficeStatements::of));
    }

    static OfficeActCheck of(TypedAcknowledgements typed) {
        return new OfficeActCheck(
                "typed_acknowledgement", position -> typed.at(position).map(ByHandDesk::statement));
    }

    @Override
    public Optional<Breach> check(LedgerEntry entry) {
        var row = facts.apply(entry.position());
        if (row.isEmpty()) {
            return Optional.of(new Breach(table, entry.subject(), Breach.Kind.ROW_MISSING, "a row", "none"));
        }
        var stated = StatedFacts.of(entry);
        return stated.firstDifference(row.get(), "")
                .map(name -> new Breach(
                        table,
                        entry.subject() + " column of " + name,
                        Breach.Kind.ROW_CHANGED,
                        stated.text(name),
                        String.valueOf(row.get().get(name))));
    }
}
