package org.jianxi.gateway.flow.yearly;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.report.Arrivals;
import org.jianxi.gateway.filing.report.Corrections;
import org.jianxi.gateway.filing.report.Filings;
import org.jianxi.gateway.filing.report.YearReport;
import org.jianxi.gateway.flow.FilingStatus;
import org.jianxi.gateway.flow.Memory;
import org.jianxi.gateway.flow.NextFilings;
import org.jianxi.gateway.flow.Provincial;
import org.jianxi.gateway.flow.ProvincialView;
import org.jianxi.gateway.flow.reminders.ReminderDesk;
import org.jianxi.gateway.flow.targets.TargetDesk;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.rollup.YearFigures;
import org.jianxi.gateway.rollup.YearFigures.OfMonth;

/**
 * Drafts the yearly implementation report (年度实施报告) from the ledger: computed whenever it is asked for, never kept. Nothing is written.
 */
public record ReportDesk(
        Figures figures, Readings readings, ReportingUnits units, WorkingCalendar calendar, Clock clock) {

    /** Where the figures come from. */
    public record Figures(Provincial provincial, NextFilings filings, FilingStatus status, TargetDesk targets) {}

    /** What else is read of each month. */
    public record Readings(
            Ledger ledger, Memory memory, YearDesk.Office office, Reasons reasons, ReminderDesk reminders) {}

    /** Empty where no month of the year has ended, or no edition of the form was in force in it. */
    public Optional<YearReport> of(int year) {
        var now = clock.instant();
        var position = figures.provincial().position();
        var months = ended(year, now).stream()
                .flatMap(period -> figures.provincial().find(period, position).stream())
                .toList();
        return months.isEmpty() ? Optional.empty() : Optional.of(report(year, months, now, position));
    }

    private List<Period> ended(int year, Instant now) {
        var last = calendar.monthOf(now).previous();
        return new Year(year)
                .months().stream().filter(period -> period.compareTo(last) <= 0).toList();
    }

    private CorrectionReading correcting() {
        return new CorrectionReading(
                readings.memory(),
                readings.ledger().log(),
                figures.filings(),
                readings.office().returned(),
                readings.reasons());
    }

    private List<YearFigures> figures(List<ProvincialView> months) {
        var ofMonths = months.stream()
                .map(one -> new OfMonth(one.form(), one.figures()))
                .toList();
        return YearFigures.of(ofMonths, units, ProvincialReturn.PROVINCE);
    }

    private YearReport report(int year, List<ProvincialView> months, Instant now, long position) {
        var arriving = new ArrivalReading(readings.office().exceptions(), units, readings.reasons());
        var correcting = correcting();
        var arrivals = new ArrayList<Arrivals>();
        var revised = new ArrayList<Corrections.Revised>();
        var filed = new ArrayList<Corrections.Filed>();
        var filings = new ArrayList<Filings>();
        var changed = new ArrayList<Period>();
        for (var month : months) {
            var period = month.figures().period();
            var deadlines = calendar.deadlinesOf(period);
            var accepted = Accepted.in(readings.ledger().submissions(), period);
            var progress = figures.status().all(period);
            arrivals.add(arriving.of(deadlines, accepted, now));
            revised.addAll(correcting.revised(month.form(), units, accepted, progress));
            filed.addAll(correcting.filed(month.form(), progress));
            filings.add(FilingReading.of(deadlines, progress, now));
            if (!progress.isEmpty() && figures.filings().of(period).correction().isPresent()) {
                changed.add(period);
            }
        }
        var figuresOfMonths = months.stream().map(ProvincialView::figures).toList();
        return new YearReport(
                year,
                months.getLast().figures().period(),
                calendar.deadlinesOf(new Period(YearMonth.of(year, Year.DECEMBER)))
                        .provinceDay(),
                new YearReport.Source(now, position, calendar.zone()),
                figures(months),
                changed,
                arrivals,
                new Corrections(revised, filed),
                figures.targets().of(year, figuresOfMonths),
                filings,
                new TalkReading(readings.reminders()::page, units).of(figuresOfMonths));
    }
}
