package org.jianxi.gateway.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.forms.Returns.FORM;
import static org.jianxi.gateway.forms.Returns.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Draft;
import org.jianxi.gateway.canonical.Explanation;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Repair;
import org.jianxi.gateway.canonical.Repair.Bound;
import org.jianxi.gateway.canonical.Repair.Kind;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.forms.Returns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 人社部发〔2023〕27号 附件 填报说明7, and the balance rules of our own. */
class RuleBookTest {

    private static final Period JUNE = Period.of("2023-06");

    private final RuleBook rules = new RuleBook();

    @Test
    void theContractsExampleKeepsEveryRule() {
        assertThat(rules.check(draft(figures()), FORM, History.NONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 813, L-1, 812, 813",
        "4, 5631, L-3, 5630, 5631",
        "6, 901, L-5, 900, 901",
        "7, 641, L-6, 640, 641",
        "9, 315, L-8, 410, 411",
        "11, 178, L-8, 410, 411",
        "10, 234, L-9, 233, 234"
    })
    void eachPrintedRelationBrokenAloneIsExactlyThatError(
            int indicator, long amount, String rule, int left, int needed) {
        var findings = rules.check(draft(figures().with(indicator, amount)), FORM, History.NONE);

        assertThat(findings.stream().map(Finding::rule)).containsExactly(rule);
        assertThat(findings.getFirst().severity()).isEqualTo(Severity.ERROR);
        assertThat(findings.getFirst().shortBy()).isEqualTo("1");
        var subject = findings.getFirst().at().indicator();
        assertThat(findings.getFirst().values()).containsEntry(subject, String.valueOf(left));
        assertThat(findings.getFirst().repairs())
                .contains(new Repair(new TreeMap<>(Map.of(subject, new Bound(Kind.MIN, String.valueOf(needed))))));
    }

    @Test
    void allPrintedRelationsBrokenAreAllSixErrors() {
        var broken = figures()
                .with(1, 13)
                .with(3, 419)
                .with(5, 5)
                .with(6, 6)
                .with(7, 7)
                .with(8, 0)
                .with(9, 1)
                .with(10, 2);

        assertThat(rules.check(draft(broken), FORM, History.NONE).stream()
                        .filter(Finding::isError)
                        .map(Finding::rule))
                .containsExactly("L-1", "L-3", "L-5", "L-6", "L-8", "L-9");
    }

    @Test
    void aFindingIsTheContractsToTheLetter() {
        var short3 = figures().with(8, 41).with(9, 30).with(10, 0).with(11, 14);
        var draft = new Draft(
                Optional.empty(),
                Optional.of(JUNE),
                Optional.empty(),
                short3,
                Map.of(8, Place.cell("汇总表", "K7")),
                List.of());

        assertThat(rules.check(draft, FORM, History.NONE))
                .containsExactly(new Finding(
                        "L-8",
                        Severity.ERROR,
                        Place.cell("汇总表", "K7").forIndicator(8),
                        new Bilingual(
                                "指标8（41）应不小于 9（30）+11（14），差 3。留用和其他方式就业人数之和不超过完成见习人数",
                                "8 (41) must be at least 9 (30) + 11 (14); short by 3"),
                        "人社部发〔2023〕27号 附件 填报说明7",
                        new TreeMap<>(Map.of(8, "41", 9, "30", 11, "14")),
                        new TreeMap<>(),
                        "3",
                        List.of(repair(8, Kind.MIN, "44"), repair(9, Kind.MAX, "27"), repair(11, Kind.MAX, "11")),
                        null));
    }

    @Test
    void aRepairBelowZeroIsNotOffered() {
        var hopeless = figures().with(8, 5).with(9, 2).with(10, 0).with(11, 14);

        assertThat(rules.check(draft(hopeless), FORM, History.NONE).getFirst().repairs())
                .containsExactly(repair(8, Kind.MIN, "16"), repair(11, Kind.MAX, "3"));
    }

    @Test
    void aMissingFigureIsAnErrorAndTheOtherRelationsAreStillChecked() {
        var amounts = new TreeMap<>(figures().with(10, 999).amounts());
        amounts.remove(1);
        amounts.remove(8);

        assertThat(rules.check(draft(new Figures(amounts)), FORM, History.NONE).stream()
                        .map(finding -> finding.rule() + " " + finding.at().indicator()))
                .containsExactly("F-MISSING 1", "F-MISSING 8", "L-9 9");
    }

    @Test
    void balanceRulesNeedLastMonthAndAreWarnings() {
        var may = figures().with(1, 797).with(3, 5209).with(13, 2900).with(14, 1_873_500_001L);

        var findings = rules.check(draft(figures()), FORM, new History(Optional.of(may), List.of()));

        assertThat(findings).allMatch(finding -> finding.severity() == Severity.WARNING);
        assertThat(findings.stream()
                        .map(finding ->
                                finding.rule() + ": " + finding.message().en()))
                .containsExactly(
                        "B-13: 13 (3127) must equal last month's 13 (2900) + 6 (640) - 8 (410) - 12 (21); differs by 18",
                        "B-1: 1 (812) must be at most last month's 1 (797) + 2 (14); over by 1",
                        "B-3: 3 (5630) must be at most last month's 3 (5209) + 4 (420); over by 1",
                        "B-14: 14 (1873.50) must be at least last month's 14 (1873.500001); short by 0.000001");
        assertThat(findings.getFirst().previous()).isEqualTo(Map.of(13, "2900"));
        assertThat(findings.getFirst().shortBy()).isNull();
        assertThat(findings.getFirst().repairs())
                .containsExactly(
                        repair(13, Kind.EXACTLY, "3109"),
                        repair(6, Kind.EXACTLY, "658"),
                        repair(8, Kind.EXACTLY, "392"),
                        repair(12, Kind.EXACTLY, "3"));
        assertThat(findings.getLast().repairs()).containsExactly(repair(14, Kind.MIN, "1873.500001"));
    }

    @Test
    void nobodyEndsWhoWasNotInPostAndPostsAreNotOverfilled() {
        var may = figures().with(13, 0);
        var june = figures().with(6, 430).with(7, 0).with(13, 5631).with(8, 410).with(12, 21);

        assertThat(rules.check(draft(june), FORM, new History(Optional.of(may), List.of())).stream()
                        .map(Finding::rule))
                .containsExactly("B-13", "B-8", "B-13-3");
    }

    /** 填报说明5: 本年累计. */
    @Test
    void withinAYearTheSubsidyFallsOnlyWithAnExplanation() {
        var may = Optional.of(figures().with(13, 2918).with(14, 1_900_000_000L));

        var fell = rules.check(draft(figures()), FORM, new History(may, List.of()));
        var recovered = rules.check(explaining("B-14", "补贴追回：一家单位退回多领的补贴"), FORM, new History(may, List.of()));

        assertThat(fell).hasSize(1);
        assertThat(fell.getFirst().severity()).isEqualTo(Severity.WARNING);
        assertThat(fell.getFirst().clause()).contains("填报说明5");
        assertThat(fell.getFirst().message().zh()).contains("指标14（1873.50）应不小于 上月14（1900.00），差 26.50");
        assertThat(recovered.getFirst().explanation()).startsWith("补贴追回");
    }

    /** 填报说明6: stocks stand at the end of every month, the last of the year too. */
    @Test
    void stocksAreCarriedFromDecemberIntoJanuary() {
        var december = Optional.of(figures().with(1, 700).with(3, 5000).with(13, 2000));
        var january = new Draft(
                Optional.empty(), Optional.of(Period.of("2024-01")), Optional.empty(), figures(), Map.of(), List.of());

        var findings = rules.check(january, FORM, new History(december, List.of()));

        assertThat(findings.stream().map(Finding::rule)).containsExactly("B-13", "B-1", "B-3");
        assertThat(findings).allMatch(one -> one.clause().contains("填报说明"));
    }

    @Test
    void theSubsidyStartsAgainInJanuary() {
        var december = figures().with(13, 2918);
        var january = new Draft(
                Optional.empty(),
                Optional.of(Period.of("2024-01")),
                Optional.empty(),
                figures().with(14, 0),
                Map.of(),
                List.of());

        assertThat(rules.check(january, FORM, new History(Optional.of(december), List.of())))
                .isEmpty();
    }

    @Test
    void anExplanationHoldsForTheSameFiguresAndLapsesWithOthers() {
        var may = Optional.of(figures().with(13, 2900));
        var first = rules.check(explaining("B-13", "上月更正"), FORM, new History(may, List.of()));
        var bound = rules.bind(first, FORM);
        var history = new History(may, bound);

        assertThat(first.stream().map(Finding::explanation)).containsExactly("上月更正");
        assertThat(explanations(figures().with(2, 15), history)).containsExactly("上月更正");
        assertThat(explanations(figures().with(6, 641), history)).containsExactly((String) null);
        assertThat(explanations(figures(), new History(Optional.of(figures().with(13, 2901)), bound)))
                .containsExactly((String) null);
    }

    @Test
    void anErrorIsNotExplainedAway() {
        var draft = new Draft(
                Optional.empty(),
                Optional.of(JUNE),
                Optional.empty(),
                figures().with(10, 999),
                Map.of(),
                List.of(new Explanation("L-9", "属实")));

        assertThat(rules.check(draft, FORM, History.NONE).getFirst().explanation())
                .isNull();
    }

    @Test
    void anEditionWithAnIndicatorMoreBringsItsOwnRules() {
        assertThat(rules.check(draft(figures()), Returns.FIFTEEN, History.NONE).stream()
                        .map(Finding::rule))
                .containsExactly("F-MISSING");
        assertThat(rules.check(draft(figures().with(15, 641)), Returns.FIFTEEN, History.NONE).stream()
                        .map(Finding::rule))
                .containsExactly("L-6-15");
    }

    private List<String> explanations(Figures figures, History history) {
        return rules.check(draft(figures), FORM, history).stream()
                .map(Finding::explanation)
                .toList();
    }

    private static Draft draft(Figures figures) {
        return new Draft(Optional.empty(), Optional.of(JUNE), Optional.empty(), figures, Map.of(), List.of());
    }

    private static Draft explaining(String rule, String text) {
        return new Draft(
                Optional.empty(),
                Optional.of(JUNE),
                Optional.empty(),
                figures(),
                Map.of(),
                List.of(new Explanation(rule, text)));
    }

    private static Repair repair(int indicator, Kind kind, String value) {
        return new Repair(new TreeMap<>(Map.of(indicator, new Bound(kind, value))));
    }
}
