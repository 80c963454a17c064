package org.jianxi.gateway.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.rollup.Returns.UNITS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.YearTargets;
import org.jianxi.gateway.forms.YearTargets.Measured;
import org.jianxi.gateway.rollup.TargetProgress.Reached;
import org.junit.jupiter.api.Test;

/** Annex 1 of 云人社发〔2023〕18号: posts to raise and people to organise, by sender, and how far they have come. */
class TargetProgressTest {

    private static final Measured POSTS = new Measured("posts", new Bilingual("募集见习岗位", "posts raised"), 4);
    private static final Sender KUNMING = new Sender("530100");
    private static final Sender QUJING = new Sender("530300");
    private static final Sender CHUXIONG = new Sender("532300");
    private static final Sender PROVINCE_ITSELF = new Sender("539900");

    @Test
    void monthsAreAddedUpFromJanuaryAndAMissingOneIsNamedNotCounted() {
        var progress = progress(
                Map.of(KUNMING, 1_000L, QUJING, 100L, CHUXIONG, 0L, PROVINCE_ITSELF, 300L),
                Map.of(KUNMING, 400L, QUJING, 50L),
                Map.of(KUNMING, 100L));

        assertThat(reached(progress, KUNMING).done()).isEqualTo(500);
        assertThat(reached(progress, KUNMING).percent())
                .hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("50.0"));
        assertThat(progress.units().get(1).missing()).containsExactly(Period.of("2023-02"));
        assertThat(progress.units().get(3).missing()).containsExactly(Period.of("2023-01"), Period.of("2023-02"));
        assertThat(progress.province().getFirst()).satisfies(whole -> {
            assertThat(whole.done()).isEqualTo(550);
            assertThat(whole.target()).isEqualTo(1_400);
            assertThat(whole.rank()).isEmpty();
        });
    }

    @Test
    void equalSharesHaveOneRankAndTheNextIsLeftOut() {
        var progress = progress(
                Map.of(KUNMING, 900L, QUJING, 90L, CHUXIONG, 10L, PROVINCE_ITSELF, 10L),
                Map.of(KUNMING, 300L, QUJING, 30L, CHUXIONG, 9L, PROVINCE_ITSELF, 1L));

        assertThat(ranks(progress)).containsExactly(2, 2, 1, 4);
    }

    @Test
    void sharesThatPrintAlikeAreStillTwoRanks() {
        var progress = progress(
                Map.of(KUNMING, 100_000L, QUJING, 100_000L, CHUXIONG, 100L, PROVINCE_ITSELF, 100L),
                Map.of(KUNMING, 50_001L, QUJING, 50_000L, CHUXIONG, 1L, PROVINCE_ITSELF, 1L));

        assertThat(reached(progress, KUNMING).percent())
                .isEqualTo(reached(progress, QUJING).percent());
        assertThat(ranks(progress)).containsExactly(1, 2, 3, 3);
    }

    @Test
    void whoHasNoTargetHasNoShareAndNoRankAndMovesNobody() {
        var progress = progress(Map.of(KUNMING, 10L, QUJING, 0L, CHUXIONG, 10L), Map.of(QUJING, 99L, CHUXIONG, 1L));

        assertThat(reached(progress, QUJING).percent()).isEmpty();
        assertThat(reached(progress, QUJING).rank()).isEmpty();
        assertThat(reached(progress, CHUXIONG).rank()).contains(1);
        assertThat(reached(progress, KUNMING).rank()).contains(2);
    }

    @Property(tries = 200)
    void theProvinceIsTheSumOfItsSendersAndARankCountsThoseAhead(@ForAll long seed) {
        var random = new Random(seed);
        var targets = new TreeMap<Sender, Long>();
        var done = new TreeMap<Sender, Long>();
        UNITS.senders().forEach(sender -> {
            targets.put(sender, (long) random.nextInt(0, 5));
            done.put(sender, (long) random.nextInt(0, 5));
        });
        var progress = progress(targets, done);

        assertThat(progress.province().getFirst().done())
                .isEqualTo(done.values().stream().mapToLong(Long::longValue).sum());
        for (var unit : progress.units()) {
            var own = unit.reached().getFirst();
            var ahead = progress.units().stream()
                    .map(other -> other.reached().getFirst())
                    .filter(other -> other.target() > 0 && other.done() * own.target() > own.done() * other.target())
                    .count();
            assertThat(own.rank()).isEqualTo(own.target() == 0 ? Optional.empty() : Optional.of((int) ahead + 1));
        }
    }

    private static List<Integer> ranks(TargetProgress progress) {
        return progress.units().stream()
                .map(unit -> unit.reached().getFirst().rank().orElseThrow())
                .toList();
    }

    private static Reached reached(TargetProgress progress, Sender sender) {
        return progress.units().stream()
                .filter(unit -> unit.unit().sender().equals(sender))
                .findFirst()
                .orElseThrow()
                .reached()
                .getFirst();
    }

    /** @param months from January on, each sender's indicator 4 */
    @SafeVarargs
    private static TargetProgress progress(Map<Sender, Long> wanted, Map<Sender, Long>... months) {
        var bySender = new TreeMap<Sender, Map<Measured, Long>>();
        wanted.forEach((sender, number) -> bySender.put(sender, Map.of(POSTS, number)));
        var sum = LongStream.of(
                        wanted.values().stream().mapToLong(Long::longValue).toArray())
                .sum();
        var targets = new YearTargets(2023, "附件1", List.of(POSTS), bySender, Map.of(POSTS, sum));
        SortedMap<Period, Map<Sender, Figures>> figures = new TreeMap<>();
        for (var at = 0; at < months.length; at++) {
            var month = new TreeMap<Sender, Figures>();
            months[at].forEach((sender, done) -> month.put(sender, Figures.NONE.with(4, done)));
            figures.put(Period.of("2023-%02d".formatted(at + 1)), month);
        }
        return TargetProgress.of(targets, UNITS, figures);
    }
}
