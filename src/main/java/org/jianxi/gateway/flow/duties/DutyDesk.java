package org.jianxi.gateway.flow.duties;

import java.util.Collection;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.duties.DutyMonth;
import org.jianxi.gateway.flow.Provincial;
import org.jianxi.gateway.records.duties.DutyCounts;

/** Where everybody stands with the programme's duties: computed from the records that stand, never kept. */
public final class DutyDesk {

    private final DutyFiles files;
    private final DutyCounts counts;
    private final Provincial provincial;
    private final ReportingUnits units;

    DutyDesk(DutyFiles files, DutyCounts counts, Provincial provincial, ReportingUnits units) {
        this.files = files;
        this.counts = counts;
        this.provincial = provincial;
        this.units = units;
    }

    /**
     * At the month's end; empty where no file of duties speaks of it.
     *
     * @param size of the ledger, as of which; now where it is empty
     */
    public Optional<DutyReport> of(Period month, Optional<Long> size) {
        return files.in(month).map(rules -> {
            var entries = Math.min(size.orElse(Long.MAX_VALUE), provincial.position());
            var counted = counts.of(rules, month, entries - 1);
            return DutyReport.whole(DutyMonth.of(rules, month, units, counted), entries);
        });
    }

    /** @param senders whose rows alone are told; all are told where none is named */
    public Optional<DutyReport> of(Period month, Optional<Long> size, Collection<Sender> senders) {
        return of(month, size).map(report -> senders.isEmpty() ? report : report.only(senders));
    }
}
