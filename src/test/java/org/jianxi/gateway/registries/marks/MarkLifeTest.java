package org.jianxi.gateway.registries.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.registries.marks.MarkAct.Confirm;
import org.jianxi.gateway.registries.marks.MarkAct.Correct;
import org.jianxi.gateway.registries.marks.MarkAct.Erase;
import org.jianxi.gateway.registries.marks.MarkAct.Expire;
import org.jianxi.gateway.registries.marks.MarkAct.Hit;
import org.jianxi.gateway.registries.marks.MarkAct.Keep;
import org.jianxi.gateway.registries.marks.MarkAct.Miss;
import org.jianxi.gateway.registries.marks.MarkAct.Raise;
import org.jianxi.gateway.registries.marks.MarkAct.Reconsider;
import org.jianxi.gateway.registries.marks.MarkAct.Refuse;
import org.jianxi.gateway.registries.marks.MarkAct.Reject;
import org.jianxi.gateway.registries.marks.MarkAct.UpholdAndCorrect;
import org.jianxi.gateway.registries.marks.MarkAct.UpholdAndWithdraw;
import org.jianxi.gateway.registries.marks.MarkAct.Withdraw;
import org.junit.jupiter.api.Test;

/** Every act on every state that a mark can come into, walked from the first word of a registry on. */
class MarkLifeTest {

    private static final LocalDate MARCH = LocalDate.parse("2026-03-31");
    private static final LocalDate APRIL = LocalDate.parse("2026-04-30");
    private static final LocalDate MAY = LocalDate.parse("2026-05-31");
    private static final LocalDate LAST = LocalDate.parse("2027-03-31");
    private static final Hardship LOW_INCOME = Hardship.of("城市低保");
    private static final Hardship EDGE = Hardship.of("低保边缘");
    private static final Standing FIRST = Standing.proposed(word(MARCH, LOW_INCOME));

    private static final List<MarkAct> ACTS = List.of(
            new Hit(word(APRIL, LOW_INCOME)),
            new Hit(word(MAY, EDGE)),
            new Miss(APRIL),
            new Miss(MAY),
            new Expire(LAST.plusYears(1)),
            new Erase(),
            new Confirm(),
            new Refuse("另有其人"),
            new Keep("户口已迁，仍在低保"),
            new Withdraw("已就业"),
            new Correct(EDGE, "证件为准"),
            new Raise("我家不是低保"),
            new UpholdAndWithdraw("属实"),
            new UpholdAndCorrect(EDGE, "属实"),
            new Reject("登记库复核无误"),
            new Reconsider("本人补交材料"));

    @Test
    void everyKindOfStateIsReached() {
        assertThat(walk().keySet().stream().map(one -> one.state().getClass()).collect(Collectors.toSet()))
                .isEqualTo(Set.of(MarkState.class.getPermittedSubclasses()));
    }

    @Test
    void noStateIsADeadEnd() {
        var ways = walk();
        var ending = ways.keySet().stream()
                .filter(one -> one.state() instanceof MarkState.Erased)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (var grew = true; grew; ) {
            grew = ways.entrySet().stream()
                    .filter(one -> one.getValue().stream().anyMatch(ending::contains))
                    .map(Map.Entry::getKey)
                    .toList()
                    .stream()
                    .map(ending::add)
                    .reduce(false, Boolean::logicalOr);
        }
        assertThat(ending).isEqualTo(ways.keySet());
    }

    @Test
    void onlyAPersonMakesAMarkCount() {
        eachStep((before, act, after) -> {
            if (!before.state().counts() && after.state().counts()) {
                assertThat(act).isNotInstanceOfAny(Hit.class, Miss.class, Expire.class, Erase.class);
            }
        });
    }

    @Test
    void aMissTakesNothingAwayAndASameWordNeither() {
        eachStep((before, act, after) -> {
            var sameWord = act instanceof Hit hit
                    && hit.word().hardship().equals(before.word().hardship());
            if (before.state().counts() && (act instanceof Miss || sameWord)) {
                assertThat(after.state().counts()).as(act + " on " + before).isTrue();
            }
        });
    }

    @Test
    void anObjectionGoesOnlyByADecisionAboutIt() {
        eachStep((before, act, after) -> {
            if (before.state() instanceof MarkState.Objected && !(after.state() instanceof MarkState.Objected)) {
                assertThat(act).isInstanceOfAny(Reject.class, UpholdAndWithdraw.class, UpholdAndCorrect.class);
            }
        });
    }

    @Test
    void whatARegistrySaysAgainDoesNotUndoARefusalOrAnUpheldObjection() {
        var refused = done(FIRST, new Refuse("另有其人"));
        var upheld = done(done(FIRST, new Raise("不是")), new UpholdAndWithdraw("属实"));
        var again = new Hit(word(APRIL, LOW_INCOME));

        assertThat(MarkLife.after(refused, again)).isInstanceOf(MarkStep.Nothing.class);
        assertThat(MarkLife.after(upheld, again)).isInstanceOf(MarkStep.Nothing.class);
        assertThat(done(refused, new Hit(word(APRIL, EDGE))).state()).isEqualTo(new MarkState.Proposed());
    }

    @Test
    void aCorrectionStaysWhileTheRegistryRepeatsItself() {
        var corrected = done(FIRST, new Correct(EDGE, "证件为准"));
        var renewed = done(corrected, new Hit(word(APRIL, LOW_INCOME)));

        assertThat(renewed.hardship()).isEqualTo(EDGE);
        assertThat(renewed.word().snapshotOn()).isEqualTo(APRIL);
        assertThat(renewed.state().counts()).isTrue();
    }

    @Test
    void theSameAnswerTwiceOrAnOlderOneChangesNothing() {
        for (var standing : walk().keySet()) {
            var same = new Hit(standing.word());
            assertThat(MarkLife.after(standing, same)).as(standing.toString()).isInstanceOf(MarkStep.Nothing.class);
            assertThat(MarkLife.after(standing, new Miss(MARCH))).isInstanceOf(MarkStep.Nothing.class);
        }
    }

    @Test
    void aPersonBackInTheSnapshotIsAsBefore() {
        var confirmed = done(FIRST, new Confirm());
        var missing = done(confirmed, new Miss(APRIL));

        assertThat(missing.state()).isEqualTo(new MarkState.Missing(new MarkState.Confirmed(), APRIL));
        assertThat(done(missing, new Hit(word(MAY, LOW_INCOME))).state()).isEqualTo(new MarkState.Confirmed());
    }

    @Test
    void aMarkCountsOnItsLastDayAndNotOnTheNext() {
        var confirmed = done(FIRST, new Confirm());

        assertThat(confirmed.countsOn(LAST)).isTrue();
        assertThat(confirmed.countsOn(LAST.plusDays(1))).isFalse();
        assertThat(MarkLife.after(confirmed, new Expire(LAST))).isInstanceOf(MarkStep.Nothing.class);
        assertThat(done(confirmed, new Expire(LAST.plusDays(1))).state()).isEqualTo(new MarkState.Expired());
    }

    @Test
    void whatMayNotBeDoneSaysWhyInBothLanguages() {
        var why = ((MarkStep.NotNow) MarkLife.after(done(FIRST, new Raise("不是")), new Confirm())).why();

        assertThat(why.zh()).contains("异议");
        assertThat(why.en()).contains("objection");
    }

    @Test
    void everyStateReadsAsItIsWritten() {
        for (var standing : walk().keySet()) {
            assertThat(MarkState.of(standing.state().wireName())).isEqualTo(standing.state());
        }
    }

    private interface Seen {
        void step(Standing before, MarkAct act, Standing after);
    }

    private static void eachStep(Seen seen) {
        for (var before : walk().keySet()) {
            for (var act : ACTS) {
                if (MarkLife.after(before, act) instanceof MarkStep.Done done) {
                    seen.step(before, act, done.standing());
                }
            }
        }
    }

    /** All standings that can come about, each with those that can follow. */
    private static Map<Standing, Set<Standing>> walk() {
        var ways = new HashMap<Standing, Set<Standing>>();
        var open = new ArrayDeque<>(List.of(FIRST));
        while (!open.isEmpty()) {
            var standing = open.pop();
            if (!ways.containsKey(standing)) {
                var next = ACTS.stream()
                        .flatMap(act -> MarkLife.after(standing, act) instanceof MarkStep.Done done
                                ? Stream.of(done.standing())
                                : Stream.empty())
                        .collect(Collectors.toSet());
                ways.put(standing, next);
                open.addAll(next);
            }
        }
        return ways;
    }

    private static Standing done(Standing standing, MarkAct act) {
        return ((MarkStep.Done) MarkLife.after(standing, act)).standing();
    }

    private static RegistryWord word(LocalDate snapshotOn, Hardship hardship) {
        return new RegistryWord(
                "MCA_LOW_INCOME",
                snapshotOn,
                LAST.plusDays(snapshotOn.toEpochDay() - MARCH.toEpochDay()),
                "PRIORITY_HELP",
                "人社部发〔2023〕27号 二(一)",
                hardship);
    }
}
