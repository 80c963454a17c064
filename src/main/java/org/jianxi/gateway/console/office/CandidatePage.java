package org.jianxi.gateway.console.office;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.crossmatch.ReviewDesk;
import org.jianxi.gateway.registries.linkage.Waterfall;
import org.jianxi.gateway.registries.run.RegistrySettings;

/**
 * A row of a registry that may be one of ours, as the office sees it: why first, and both sides by name only where it said what for.
 *
 * @param rows of the waterfall, each with the sum so far, in bits
 */
record CandidatePage(
        RegistrySettings registry,
        ReviewDesk.Shown shown,
        List<Row> rows,
        String probability,
        Optional<ReviewDesk.Opened> opened) {

    /**
     * @param bits with its sign, one decimal
     * @param sum of the prior and everything down to here
     */
    record Row(Bilingual label, String bits, String sum) {}

    static CandidatePage of(RegistrySettings registry, ReviewDesk.Shown shown) {
        return new CandidatePage(registry, shown, rows(shown), percent(shown), Optional.empty());
    }

    static CandidatePage of(RegistrySettings registry, ReviewDesk.Opened opened) {
        var shown = opened.shown();
        return new CandidatePage(registry, shown, rows(shown), percent(shown), Optional.of(opened));
    }

    private static List<Row> rows(ReviewDesk.Shown shown) {
        var why = shown.candidate().why();
        var sum = why.prior();
        var rows = new ArrayList<Row>();
        rows.add(new Row(new Bilingual("先验", "prior"), signed(sum), signed(sum)));
        for (Waterfall.Step step : why.steps()) {
            sum += step.bits();
            rows.add(new Row(step.label(), signed(step.bits()), signed(sum)));
        }
        return List.copyOf(rows);
    }

    private static String signed(double bits) {
        return String.format(Locale.ROOT, "%+.1f", bits);
    }

    private static String percent(ReviewDesk.Shown shown) {
        return new BigDecimal(shown.candidate().why().shown()).movePointRight(2).toPlainString() + "%";
    }

    public boolean isOpen() {
        return shown.candidate().closed().isEmpty();
    }
}
