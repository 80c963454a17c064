package org.jianxi.gateway.flow.reading;

import java.time.Clock;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.ReturnLooks;
import org.jianxi.gateway.filing.ReturnLooks.Look;
import org.jianxi.gateway.flow.Provincial;
import org.jianxi.gateway.rollup.Difference;
import org.jianxi.gateway.rollup.ProvincialFigures;

/** Sets the province's figures of a month beside earlier ones and beside what a reader saw of them last. */
public record ReturnReading(Provincial provincial, ReturnLooks looks, ReportingUnits units, Clock clock) {

    private static final int A_YEAR = 12;

    /**
     * What there is to compare with; empty where nothing was accepted for that month, or it knows no edition of the form.
     *
     * @param lastMonth the figures of the month before as they stand
     * @param lastYear those of the same month a year before
     */
    public record Earlier(Optional<ProvincialFigures> lastMonth, Optional<ProvincialFigures> lastYear) {}

    /** What has changed since the reader marked the return as read. */
    public record Since(Look look, Difference difference) {}

    public Earlier earlier(Period period) {
        return new Earlier(
                figures(period.previous()), figures(new Period(period.month().minusMonths(A_YEAR))));
    }

    /** Empty for whoever has never marked it. */
    public Optional<Since> since(String reader, ProvincialFigures now) {
        return looks.of(reader, now.period())
                .map(look -> new Since(
                        look,
                        Difference.between(
                                provincial.asOf(now.period(), look.position()).figures(), now, units)));
    }

    /** @param position the ledger's size when the page was made, so that what came while it was read is not passed over */
    public void mark(String reader, Period period, long position) {
        var known = Math.min(position, provincial.position());
        looks.mark(reader, period, new Look(known, clock.instant()));
    }

    private Optional<ProvincialFigures> figures(Period period) {
        return provincial
                .find(period)
                .map(view -> view.figures())
                .filter(one -> !one.contributions().isEmpty());
    }
}
