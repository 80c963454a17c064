package org.jianxi.gateway.filing.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.rollup.TargetProgress;
import org.jianxi.gateway.rollup.YearFigures;

/**
 * What the ledger knows of a year, for the report that goes with the December cycle (人社部发〔2023〕27号, 云人社发〔2023〕18号). The rest is the
 * officer's to write.
 *
 * @param through the last month in it: December, or before the year is over the last month that has ended
 * @param due the day on which the province's return of December is due
 * @param figures one for each set of indicators that was in force, in the order of the months
 * @param changedSince months whose figures are no longer those that the ministry has
 * @param targets empty where none were set for the year
 */
public record YearReport(
        int year,
        Period through,
        LocalDate due,
        Source source,
        List<YearFigures> figures,
        List<Period> changedSince,
        List<Arrivals> arrivals,
        Corrections corrections,
        Optional<TargetProgress> targets,
        List<Filings> filings,
        Talk talk) {

    public YearReport {
        figures = List.copyOf(figures);
        changedSince = List.copyOf(changedSince);
        arrivals = List.copyOf(arrivals);
        filings = List.copyOf(filings);
    }

    /** @param ledgerPosition how many entries the ledger had when the figures were read */
    public record Source(Instant madeAt, long ledgerPosition, ZoneId zone) {}

    /** Whether it speaks of the whole year. */
    public boolean isWhole() {
        return through.next().isJanuary();
    }

    /** Under which its document is kept. */
    public String fileName() {
        return "云南省_就业见习_%d_年度实施报告.docx".formatted(year);
    }

    /** What was said between the office and the senders. */
    public record Talk(List<Reminded> reminded, List<Explained> explained) {
        public Talk {
            reminded = List.copyOf(reminded);
            explained = List.copyOf(explained);
        }
    }

    /** How often a sender was reminded, by the schedule or by hand, and by which way. */
    public record Reminded(ReportingUnit unit, long systems, long mails, long calls) {
        public long all() {
            return systems + mails + calls;
        }
    }

    /**
     * How often a warning was stood by, in the returns that count.
     *
     * @param units how many senders did
     */
    public record Explained(String rule, long times, long units) {}
}
