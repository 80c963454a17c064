package org.jianxi.gateway.console.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.duties.Duty;
import org.jianxi.gateway.duties.Judged;
import org.jianxi.gateway.duties.Measure;
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.flow.duties.DutyReport;
import org.jianxi.gateway.forms.Code;

/**
 * The duties as a page shows them.
 *
 * @param province empty for a reader who sees some offices alone
 */
public record DutiesPage(DutyReport report, List<Asked> asked, List<Row> rows, Optional<Row> province) {

    /**
     * One duty as the table's head names it.
     *
     * @param rule the message that says what must be reached
     * @param least what it says it of
     * @param days in which it must be done; 0 where none are set
     */
    public record Asked(Duty duty, String rule, int least, int days) {

        static Asked of(Duty duty, int days) {
            return switch (duty) {
                case Duty.LeastShare share ->
                    duty.measure() == Measure.PUBLICATION_TIME
                            ? new Asked(duty, "duties.in-time", share.leastPercent(), days)
                            : new Asked(duty, "duties.share", share.leastPercent(), 0);
                case Duty.EveryKind kinds ->
                    new Asked(duty, "duties.kinds", kinds.kinds().size(), 0);
                case Duty.EveryQuarter quarter -> new Asked(duty, "duties.quarters", quarter.least(), 0);
            };
        }
    }

    public record Row(String name, List<Cell> cells) {}

    /**
     * Where one office stands with one duty.
     *
     * @param kinds each kind's heads and share; none where kinds are not asked
     * @param quarters each quarter's events; none where they are not asked
     * @param numbers further ones by the message that names them
     * @param missing offices that are not in the province's numbers
     */
    public record Cell(
            Judged judged,
            List<Kind> kinds,
            Map<String, Long> quarters,
            List<Further> numbers,
            List<ReportingUnit> missing) {

        static Cell of(Judged one, List<ReportingUnit> missing) {
            var told = !one.behind().numbers().isEmpty();
            return switch (one.duty()) {
                case Duty.LeastShare share -> new Cell(one, List.of(), Map.of(), further(one), missing);
                case Duty.EveryKind kinds ->
                    new Cell(one, told ? kinds(kinds, one) : List.of(), Map.of(), List.of(), missing);
                case Duty.EveryQuarter quarter ->
                    new Cell(one, List.of(), one.behind().numbers(), List.of(), missing);
            };
        }

        /** Whether a share is to be told. */
        public boolean hasShare() {
            return judged.duty() instanceof Duty.LeastShare && judged.whole() > 0;
        }

        private static List<Kind> kinds(Duty.EveryKind kinds, Judged one) {
            return kinds.kinds().stream()
                    .map(kind -> new Kind(
                            kind,
                            one.behind().of(kind.code()),
                            one.share(kind.code()).map(Object::toString).orElse("")))
                    .toList();
        }

        private static List<Further> further(Judged one) {
            var measure = one.duty().measure();
            var numbers = new ArrayList<Further>();
            one.behind().numbers().forEach((name, number) -> {
                if (number > 0 && !name.equals(measure.part()) && !name.equals(measure.whole())) {
                    numbers.add(new Further("duties.number." + name, number));
                }
            });
            return numbers;
        }
    }

    /** @param percent of all heads of posts; blank where there are none */
    public record Kind(Code code, long heads, String percent) {}

    public record Further(String message, long number) {}

    static DutiesPage of(DutyReport report) {
        var rows = report.units().stream()
                .map(row -> new Row(
                        row.unit().name(),
                        row.duties().stream()
                                .map(one -> Cell.of(one, List.of()))
                                .toList()))
                .toList();
        var province = report.province()
                .map(all -> new Row(
                        ProvincialReturn.PROVINCE.name(),
                        all.stream()
                                .map(one -> Cell.of(one.judged(), one.missing()))
                                .toList()));
        return new DutiesPage(
                report,
                report.rules().duties().stream()
                        .map(duty -> Asked.of(duty, report.rules().showing().withinDays()))
                        .toList(),
                rows,
                province);
    }
}
