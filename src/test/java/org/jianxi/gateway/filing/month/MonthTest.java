package org.jianxi.gateway.filing.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.filing.OutboxState;
import org.jianxi.gateway.filing.month.MonthWalk.Tried;
import org.junit.jupiter.api.Test;

/** What holds of every state a month can come into, and of every act on it. */
class MonthTest {

    private static final MonthWalk WALK = MonthWalk.everywhere();

    @Test
    void theWalkComesToEveryStateThereIs() {
        var kinds = WALK.states.stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(kinds).isEqualTo(Set.of(Month.class.getPermittedSubclasses()));
        assertThat(WALK.states).hasSizeGreaterThan(1000);
    }

    @Test
    void everyActAndEveryReasonAgainstOneIsMetOnTheWay() {
        var acts = WALK.tried.stream().map(one -> one.act().getClass()).collect(Collectors.toSet());
        var done = WALK.tried.stream()
                .filter(one -> one.turn() instanceof MonthTurn.Now)
                .map(one -> one.act().getClass())
                .collect(Collectors.toSet());
        var reasons = WALK.tried.stream()
                .flatMap(one -> one.turn().reasons().stream())
                .collect(Collectors.toSet());

        assertThat(acts).isEqualTo(Set.of(MonthAct.class.getPermittedSubclasses()));
        assertThat(done).isEqualTo(acts);
        assertThat(reasons).containsExactlyInAnyOrder(Refusal.values());
    }

    @Test
    void aRefusalAlwaysSaysWhy() {
        assertThat(WALK.tried)
                .filteredOn(one -> one.turn() instanceof MonthTurn.Refused)
                .allSatisfy(one -> assertThat(one.turn().reasons()).isNotEmpty());
    }

    @Test
    void fromEveryStateAMonthCanStillEnd() {
        var before = new HashMap<Month, Set<Month>>();
        for (var one : WALK.tried) {
            if (one.turn() instanceof MonthTurn.Now(var after)) {
                before.computeIfAbsent(after, any -> new HashSet<>()).add(one.before());
            }
        }
        var ending = new HashSet<Month>();
        var open = WALK.states.stream().filter(Month::isFinal).collect(Collectors.toList());
        while (!open.isEmpty()) {
            var month = open.removeLast();
            if (ending.add(month)) {
                open.addAll(before.getOrDefault(month, Set.of()));
            }
        }

        assertThat(WALK.states)
                .filteredOn(month -> month.facts().filings().size() < MonthWalk.FILINGS)
                .isNotEmpty()
                .allMatch(ending::contains);
    }

    @Test
    void onlyWhatWasAcknowledgedAndNotChangedSinceMayRest() {
        assertThat(WALK.states)
                .filteredOn(Month::isFinal)
                .isNotEmpty()
                .allMatch(month -> month.facts().asFiled()
                        && month.facts().inForce().orElseThrow().answer() == OutboxState.ACKNOWLEDGED);
    }

    @Test
    void nobodyFilesWhatNobodyElseApproved() {
        assertThat(done(MonthAct.File.class)).isNotEmpty().allSatisfy(one -> {
            var filing = after(one).facts().filings().getLast();
            assertThat(filing.filedBy()).isEqualTo(((MonthAct.File) one.act()).officer());
            assertThat(filing.approvedBy())
                    .isNotEqualTo(filing.filedBy())
                    .isIn(one.before().facts().approvers());
        });
    }

    /** Un-approval takes back an approval that was not filed, and leaves every filing with the one it has. */
    @Test
    void withdrawingAnApprovalNeverGoesBelowOneThatWasFiled() {
        assertThat(done(MonthAct.WithdrawApproval.class)).isNotEmpty().allSatisfy(one -> {
            assertThat(one.before().isApproved()).isTrue();
            assertThat(after(one).isApproved()).isFalse();
            assertThat(after(one).facts().filings())
                    .isEqualTo(one.before().facts().filings());
        });
        assertThat(WALK.tried)
                .filteredOn(one -> one.act() instanceof MonthAct.WithdrawApproval
                        && one.before().isAsFiled())
                .isNotEmpty()
                .allMatch(one -> one.turn().reasons().contains(Refusal.ALREADY_FILED));
    }

    @Test
    void whatWasFiledNeverChanges() {
        assertThat(changes()).isNotEmpty().allSatisfy(one -> {
            var then = officers(one.before());
            var since = officers(after(one));
            assertThat(since).hasSize(then.size() + (one.act() instanceof MonthAct.File ? 1 : 0));
            assertThat(since.subList(0, then.size())).isEqualTo(then);
        });
    }

    /** While the ministry has, or may yet get, a return of the month, whatever else is approved or filed is a correction of it. */
    @Test
    void afterAFilingThereAreOnlyCorrections() {
        assertThat(WALK.states)
                .filteredOn(month -> month.facts().inForce().isPresent())
                .isNotEmpty()
                .allMatch(month -> month.isAsFiled()
                        || month instanceof Month.CorrectionDue
                        || month instanceof Month.CorrectionApproved);
        assertThat(changes())
                .filteredOn(one -> one.before().isAsFiled() && !after(one).isAsFiled())
                .isNotEmpty()
                .allMatch(one -> one.act() instanceof MonthAct.Arrive || one.act() instanceof MonthAct.Reject);
    }

    @Test
    void noApprovalOutlivesNewFiguresOrAReturnSentBack() {
        assertThat(Stream.concat(done(MonthAct.Arrive.class), done(MonthAct.ReturnToSender.class)))
                .isNotEmpty()
                .allMatch(one -> after(one).facts().approvers().isEmpty());
    }

    @Test
    void nothingIsApprovedOverAGapOrAReturnSentBackThatIsNotNamed() {
        assertThat(done(MonthAct.Approve.class)).isNotEmpty().allSatisfy(one -> {
            var act = (MonthAct.Approve) one.act();
            assertThat(act.missing()).containsAll(one.before().facts().missing());
            assertThat(act.returned()).containsAll(one.before().facts().returned());
        });
    }

    /** An officer's act never makes a return come or go: the figures are the units'. */
    @Test
    void theOfficeNeverTouchesWhoseFiguresStand() {
        assertThat(changes())
                .filteredOn(one -> !(one.act() instanceof MonthAct.Arrive))
                .isNotEmpty()
                .allMatch(one ->
                        after(one).facts().missing().equals(one.before().facts().missing()));
    }

    @Test
    void theMinistrysWordIsNotUndone() {
        assertThat(done(MonthAct.Send.class)).isNotEmpty().allSatisfy(one -> {
            var answer = one.before().facts().filings().get(((MonthAct.Send) one.act()).filing() - 1);
            assertThat(answer.answer()).isIn(OutboxState.WAITING, OutboxState.UNCONFIRMED);
        });
        assertThat(done(MonthAct.Acknowledge.class))
                .noneMatch(one -> one.before()
                                .facts()
                                .filings()
                                .get(((MonthAct.Acknowledge) one.act()).filing() - 1)
                                .answer()
                        == OutboxState.REJECTED);
    }

    @Test
    void theWireNamesAreContract() {
        var names =
                WALK.states.stream().collect(Collectors.toMap(Object::getClass, Month::wireName, (one, same) -> one));

        assertThat(Map.copyOf(names))
                .isEqualTo(Map.of(
                        Month.Collecting.class, "collecting",
                        Month.Ready.class, "ready",
                        Month.Approved.class, "approved",
                        Month.Filed.class, "filed",
                        Month.Acknowledged.class, "acknowledged",
                        Month.Rejected.class, "rejected",
                        Month.CorrectionDue.class, "correction-due",
                        Month.CorrectionApproved.class, "correction-approved"));
    }

    private static Stream<Tried> changes() {
        return WALK.tried.stream().filter(one -> one.turn() instanceof MonthTurn.Now);
    }

    private static Stream<Tried> done(Class<? extends MonthAct> kind) {
        return changes().filter(one -> kind.isInstance(one.act()));
    }

    private static Month after(Tried one) {
        return ((MonthTurn.Now) one.turn()).month();
    }

    private static List<String> officers(Month month) {
        return month.facts().filings().stream()
                .map(one -> one.approvedBy() + "/" + one.filedBy())
                .toList();
    }
}
