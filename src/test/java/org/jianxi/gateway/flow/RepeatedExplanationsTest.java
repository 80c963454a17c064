package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.flow.RepeatedExplanations.Group;
import org.jianxi.gateway.flow.RepeatedExplanations.Said;
import org.junit.jupiter.api.Test;

class RepeatedExplanationsTest {

    private static final Period MAY = Period.of("2023-05");
    private static final Period JUNE = Period.of("2023-06");
    private static final Sender KUNMING = new Sender("530100");
    private static final Sender QUJING = new Sender("530300");
    private static final Reasons REASONS = Reasons.load(Path.of(""));

    @Test
    void wordsOfAnotherMonthOrAnotherUnitAreRepeatedHoweverSpaced() {
        var repeats = of(
                new Said(KUNMING, MAY, "B-3", "经核实无误"),
                new Said(KUNMING, JUNE, "B-3", "经核实，无误。"),
                new Said(QUJING, JUNE, "B-13", "经核实 无误"),
                new Said(QUJING, JUNE, "B-3", "季节因素：毕业生离校"));

        assertThat(repeats.said()).isEqualTo(3);
        assertThat(repeats.repeated()).isEqualTo(2);
        assertThat(repeats.percent()).contains(new BigDecimal("66.7"));
        assertThat(repeats.groups()).singleElement().satisfies(group -> {
            assertThat(group.text()).isEqualTo("经核实无误");
            assertThat(group.uses()).extracting(Said::sender).containsExactly(KUNMING, KUNMING, QUJING);
        });
    }

    @Test
    void oneUnitThatExplainsTwoWarningsOfAMonthInOneWayHasNotRepeatedItself() {
        var repeats = of(new Said(KUNMING, JUNE, "B-3", "补贴集中拨付"), new Said(KUNMING, JUNE, "B-13", "补贴集中拨付"));

        assertThat(repeats.repeated()).isZero();
        assertThat(repeats.percent()).contains(new BigDecimal("0.0"));
        assertThat(repeats.groups()).isEmpty();
    }

    @Test
    void whatOnlyEarlierMonthsRepeatedIsNotThisMonths() {
        var repeats = of(new Said(KUNMING, MAY, "B-3", "同样的话"), new Said(QUJING, MAY, "B-3", "同样的话"));

        assertThat(repeats.said()).isZero();
        assertThat(repeats.percent()).isEmpty();
        assertThat(repeats.groups()).isEqualTo(List.<Group>of());
    }

    @Test
    void anExplanationThatBeginsWithAListedWordingIsCountedUnderIt() {
        var repeats = of(
                new Said(KUNMING, JUNE, "B-3", "政策调整：提高补贴标准"),
                new Said(QUJING, JUNE, "B-3", "season: graduates leave"),
                new Said(QUJING, JUNE, "B-13", "政策调整了"));

        assertThat(repeats.reasons())
                .containsEntry("policy-change", 1)
                .containsEntry("season", 1)
                .containsEntry("", 1);
        assertThat(repeats.reasons().values().stream().mapToInt(one -> one).sum())
                .isEqualTo(3);
    }

    private static RepeatedExplanations of(Said... said) {
        return RepeatedExplanations.of(JUNE, List.of(said), REASONS);
    }
}
