package org.jianxi.gateway.filing.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.filing.SupplementaryReturn;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.CellChange;

/**
 * What was corrected in a year.
 *
 * @param revised returns of senders that a later revision replaced, by month and in the notice's order
 * @param filed corrections that went to the ministry, by month
 */
public record Corrections(List<Revised> revised, List<Filed> filed) {

    public Corrections {
        revised = List.copyOf(revised);
        filed = List.copyOf(filed);
    }

    /**
     * A sender's return that replaced the one before.
     *
     * @param afterFiling whether the province's return of the month was filed already
     * @param cells what differs from the revision before; none where it was sent again or explained
     * @param because why the office had sent the one before back; empty where the sender corrected itself
     */
    public record Revised(
            ReturnForm form,
            Period period,
            ReportingUnit unit,
            int revision,
            Instant at,
            boolean afterFiling,
            List<CellChange> cells,
            Optional<Bilingual> because) {
        public Revised {
            cells = List.copyOf(cells);
        }
    }

    /** A correction of the province's return (更正、补报). */
    public record Filed(ReturnForm form, Instant at, SupplementaryReturn correction) {}
}
