package org.jianxi.gateway.flow.duties;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.duties.DutyMonth;
import org.jianxi.gateway.duties.DutyMonth.OfAll;
import org.jianxi.gateway.duties.DutyMonth.OfUnit;
import org.jianxi.gateway.duties.DutyRules;

/**
 * A month's duties as one reader sees them.
 *
 * @param size how many of the ledger's entries were looked at
 * @param units in the notice's order
 * @param province for each duty; empty for a reader who sees some offices alone
 */
public record DutyReport(
        DutyRules rules, DutyMonth month, long size, List<OfUnit> units, Optional<List<OfAll>> province) {

    public DutyReport {
        units = List.copyOf(units);
    }

    static DutyReport whole(DutyMonth month, long size) {
        return new DutyReport(month.rules(), month, size, month.units(), Optional.of(month.province()));
    }

    /** What those offices may see: their own rows, and nothing of the others. */
    public DutyReport only(Collection<Sender> senders) {
        var own = units.stream()
                .filter(row -> senders.contains(row.unit().sender()))
                .toList();
        return new DutyReport(rules, month, size, own, Optional.empty());
    }
}
