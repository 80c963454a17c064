package org.jianxi.gateway.console.office;

import java.util.List;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.entitlement.Yuan;
import org.jianxi.gateway.flow.money.MoneySummary;
import org.jianxi.gateway.forms.Unit;

/** The senders' money since January, in yuan, beside indicator 14 in 万元. */
public record MoneyPage(List<Row> rows) {

    /**
     * @param amounts due, claimed, paid, due less paid; a dash where no records were delivered
     * @param ceiling as the form prints it, like {@code reported}
     * @param above whether the return says more than the ceiling
     */
    public record Row(
            ReportingUnit unit,
            boolean known,
            List<String> amounts,
            String ceiling,
            String reported,
            boolean above,
            String questions) {}

    static MoneyPage of(List<MoneySummary> summaries) {
        return new MoneyPage(summaries.stream().map(MoneyPage::row).toList());
    }

    private static Row row(MoneySummary one) {
        var reported = one.reported().map(Unit.TEN_THOUSAND_YUAN::print).orElse("—");
        if (one.known().isEmpty()) {
            return new Row(one.unit(), false, List.of("—", "—", "—", "—"), "—", reported, false, "—");
        }
        var known = one.known().get();
        var year = known.year();
        return new Row(
                one.unit(),
                true,
                List.of(
                        Yuan.of(year.entitled().total()),
                        Yuan.of(year.claimed().total()),
                        Yuan.of(year.paid().total()),
                        Yuan.of(year.entitled().total() - year.paid().total())),
                Unit.TEN_THOUSAND_YUAN.print(known.ceiling().total()),
                reported,
                one.reported().flatMap(known.ceiling()::ask).isPresent(),
                Long.toString(known.questions()));
    }
}
