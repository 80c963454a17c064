package org.jianxi.gateway.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;
import org.junit.jupiter.api.Test;

/** Derived against reported: which cause makes the one the other, and that no cause is called where none, or more than one, would do. */
class ReconciliationTest {

    private static final Map<Integer, Long> DERIVED = Map.of(6, 100L, 8, 40L, 13, 300L);
    private static final Cause CANCELLED = cause("cancelled-counted", Map.of(6, 103L, 8, 42L, 13, 305L));
    private static final Cause LATER = cause("came-later", Map.of(6, 98L, 8, 40L, 13, 298L));
    private static final Cause ALIKE = cause("alike", Map.of(6, 103L, 8, 40L, 13, 300L));

    @Test
    void figuresThatAgreeNeedNoCause() {
        var same = of(DERIVED, CANCELLED, LATER);
        assertThat(same.cells()).isEmpty();
        assertThat(same.same()).isEqualTo(3);
        assertThat(same.wholly()).isFalse();
    }

    @Test
    void oneCauseThatMakesEveryFigureTheReportedOneIsNamedAtEachOfThem() {
        var found = of(Map.of(6, 103L, 8, 42L, 13, 305L), LATER, CANCELLED, ALIKE);
        assertThat(found.wholly()).isTrue();
        assertThat(found.cells()).extracting(Cell::indicator).containsExactly(6, 8, 13);
        assertThat(found.cells())
                .allSatisfy(cell -> assertThat(cell.explanations()).containsExactly(List.of("cancelled-counted")));
        assertThat(found.cells().getFirst().difference()).isEqualTo(3);
    }

    @Test
    void twoCausesTogetherAreNamedWhereEachTouchesTheFigure() {
        var found = of(Map.of(6, 101L, 8, 42L, 13, 303L), LATER, CANCELLED);
        assertThat(found.wholly()).isTrue();
        assertThat(explanations(found, 6)).containsExactly(List.of("came-later", "cancelled-counted"));
        assertThat(explanations(found, 8)).containsExactly(List.of("cancelled-counted"));
    }

    @Test
    void aFigureThatAgreesSpeaksAgainstACauseThatWouldChangeIt() {
        var found = of(Map.of(6, 103L, 8, 40L, 13, 300L), CANCELLED, ALIKE);
        assertThat(explanations(found, 6)).containsExactly(List.of("alike"));
    }

    @Test
    void whatNoCauseExplainsIsSaidToBeUnexplainedAndWhatSeveralWouldDoIsLeftOpen() {
        var none = of(Map.of(6, 150L, 8, 40L, 13, 300L), CANCELLED, LATER);
        assertThat(explanations(none, 6)).isEmpty();

        var several = of(Map.of(6, 103L, 8, 41L, 13, 300L), CANCELLED, ALIKE);
        assertThat(several.wholly()).isFalse();
        assertThat(explanations(several, 6)).containsExactly(List.of("cancelled-counted"), List.of("alike"));
        assertThat(explanations(several, 8)).isEmpty();
    }

    @Test
    void moneyIsComparedAsTheFormPrintsIt() {
        var rounded = Reconciliation.of(
                Map.of(14, 10_000_000L),
                Map.of(14, 10_000_049L),
                List.of(),
                (indicator, one, other) -> Math.round(one / 10_000.0) == Math.round(other / 10_000.0));
        assertThat(rounded.cells()).isEmpty();
    }

    @Test
    void aFigureThatEitherSideLacksIsNotCompared() {
        assertThat(of(Map.of(6, 1L)).same()).isZero();
        assertThat(of(Map.of(5, 900L, 8, 40L)).same()).isEqualTo(1);
    }

    private static Reconciliation of(Map<Integer, Long> reported, Cause... causes) {
        return Reconciliation.of(reported, DERIVED, List.of(causes), (indicator, one, other) -> one == other);
    }

    private static List<List<String>> explanations(Reconciliation found, int indicator) {
        return found.cells().stream()
                .filter(cell -> cell.indicator() == indicator)
                .findFirst()
                .orElseThrow()
                .explanations();
    }

    private static Cause cause(String id, Map<Integer, Long> figures) {
        return new Cause(id, new Bilingual(id, id), figures);
    }
}
