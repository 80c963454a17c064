package org.jianxi.gateway.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Explanation;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.ProvincialReturn.FilledIn;
import org.jianxi.gateway.filing.SupplementaryReturn.Arrived;
import org.jianxi.gateway.filing.SupplementaryReturn.Corrects;
import org.jianxi.gateway.filing.SupplementaryReturn.Numbered;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.rollup.Contribution;
import org.jianxi.gateway.rollup.Difference;
import org.jianxi.gateway.rollup.Origin;
import org.jianxi.gateway.rollup.ProvincialFigures;
import org.jianxi.gateway.rollup.Rollup;
import org.jianxi.gateway.signing.Sm3;

/** An invented June 2023 under the real form: fifteen of seventeen filed, 曲靖市 and 省本级 did not. */
final class June {

    static final Path HOME = Path.of("");
    static final Period PERIOD = Period.of("2023-06");
    static final ReportingUnits UNITS = Divisions.reportingUnits(HOME);
    private static final List<String> GAPS = List.of("530300", "539900");

    private June() {}

    static ReturnForm form(String file) {
        try {
            return ReturnForms.read(HOME.resolve("schemas/returns/" + file), Sm3::of);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ReturnForm form() {
        return form("mohrss-2023.yaml");
    }

    /** The second filing, with two gaps, an explanation that looks like a formula and an amount finer than 0.01 万元. */
    static ProvincialReturn filed() {
        return new ProvincialReturn(2, figures(GAPS), new FilledIn("李四", "2023年7月7日", "0871-00000000"));
    }

    /** The first correction of that filing: 曲靖市 came late, 昆明市 sent other heads, another amount and no explanation any more. */
    static SupplementaryReturn correction() {
        var before = filed().figures();
        var after = Rollup.of(
                        form(),
                        PERIOD,
                        UNITS,
                        UNITS.senders().stream()
                                .filter(sender -> !sender.code().equals("539900"))
                                .flatMap(June::contribution)
                                .map(June::corrected)
                                .toList())
                .readAt(47);
        var difference = Difference.between(before, after, UNITS);
        var arrivals = Stream.concat(before.contributions().stream(), after.contributions().stream())
                .collect(Collectors.toMap(one -> one.origin().submissionId(), June::arrived, (one, same) -> one));
        var corrects = new Corrects("530000-2023-06-2", 2, Sm3.of("filed".getBytes(StandardCharsets.UTF_8)), 41);
        return SupplementaryReturn.of(
                new ProvincialReturn(3, after, FilledIn.BLANK), new Numbered(1, corrects), difference, arrivals);
    }

    private static Contribution corrected(Contribution one) {
        if (!one.sender().code().equals("530100")) {
            return one;
        }
        var figures = one.content().figures();
        var content = new MonthlyReturn(
                "MOHRSS-2023",
                PERIOD,
                one.sender(),
                2,
                figures.with(13, figures.of(13) - 5).with(14, figures.of(14) + 1),
                List.of());
        var id = "s-530100-2";
        return new Contribution(
                content, new Origin(id, Sm3.of(id.getBytes(StandardCharsets.UTF_8)), Optional.of(46L), Map.of()));
    }

    private static Arrived arrived(Contribution one) {
        var late = one.sender().code().equals("530300") || one.content().revision() > 1;
        return new Arrived(Instant.parse(late ? "2023-07-05T01:02:03Z" : "2023-07-03T01:02:03Z"), late);
    }

    static ProvincialReturn complete() {
        return ProvincialReturn.unsigned(figures(List.of()));
    }

    private static ProvincialFigures figures(List<String> gaps) {
        var contributions = UNITS.senders().stream()
                .filter(sender -> !gaps.contains(sender.code()))
                .flatMap(June::contribution)
                .toList();
        return Rollup.of(form(), PERIOD, UNITS, contributions).readAt(41);
    }

    private static Stream<Contribution> contribution(Sender sender) {
        var n = Long.parseLong(sender.code()) % 1000 / 100 + 10;
        var figures = Figures.of(Map.ofEntries(
                Map.entry(1, 80 * n),
                Map.entry(2, n),
                Map.entry(3, 560 * n),
                Map.entry(4, 42 * n),
                Map.entry(5, 90 * n),
                Map.entry(6, 64 * n),
                Map.entry(7, 51 * n),
                Map.entry(8, 41 * n),
                Map.entry(9, 23 * n),
                Map.entry(10, 19 * n),
                Map.entry(11, 9 * n),
                Map.entry(12, n),
                Map.entry(13, 312 * n),
                Map.entry(14, amount(sender, n))));
        var explanations = sender.code().equals("530100")
                ? List.of(new Explanation("B-13", "=HYPERLINK(\"http://x\")，上月漏报3人"))
                : List.<Explanation>of();
        var content = new MonthlyReturn("MOHRSS-2023", PERIOD, sender, 1, figures, explanations);
        var id = "s-" + sender.code();
        return Stream.of(new Contribution(
                content, new Origin(id, Sm3.of(id.getBytes(StandardCharsets.UTF_8)), Optional.of(n), Map.of())));
    }

    private static long amount(Sender sender, long n) {
        return sender.code().equals("530100") ? 18_735_043_210L : n * 150_000_000;
    }
}
