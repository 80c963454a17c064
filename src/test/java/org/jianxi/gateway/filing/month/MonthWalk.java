package org.jianxi.gateway.filing.month;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Sender;

/** Every state that two units, two officers and the ministry can bring a month into, and every act tried on each. */
final class MonthWalk {

    static final Set<Sender> UNITS = Set.of(new Sender("530100"), new Sender("530300"));
    private static final List<String> OFFICERS = List.of("officer-a", "officer-b");

    /** Nobody files more often; what happens with the third filing happens with every later one. */
    static final int FILINGS = 3;

    /** @param before where the act was tried */
    record Tried(Month before, MonthAct act, MonthTurn turn) {}

    final Set<Month> states = new LinkedHashSet<>();
    final List<Tried> tried = new ArrayList<>();

    private MonthWalk() {}

    static MonthWalk everywhere() {
        var walk = new MonthWalk();
        var waiting = new ArrayDeque<Month>();
        walk.reach(Month.of(MonthFacts.before(UNITS)), waiting);
        while (!waiting.isEmpty()) {
            var month = waiting.remove();
            acts(month).forEach(act -> walk.tryOut(month, act, waiting));
        }
        return walk;
    }

    private void tryOut(Month month, MonthAct act, ArrayDeque<Month> waiting) {
        var turn = month.after(act);
        tried.add(new Tried(month, act, turn));
        if (turn instanceof MonthTurn.Now now && now.month().facts().filings().size() <= FILINGS) {
            reach(now.month(), waiting);
        }
    }

    private void reach(Month month, ArrayDeque<Month> waiting) {
        if (states.add(month)) {
            waiting.add(month);
        }
    }

    private static Stream<MonthAct> acts(Month month) {
        var units = UNITS.stream()
                .flatMap(unit -> Stream.<MonthAct>of(
                        new MonthAct.Arrive(unit, true),
                        new MonthAct.Arrive(unit, false),
                        new MonthAct.ReturnToSender(unit),
                        new MonthAct.TakeBack(unit)));
        var filings = Stream.iterate(0, one -> one + 1)
                .limit(month.facts().filings().size() + 2L)
                .flatMap(one -> Stream.<MonthAct>of(
                        new MonthAct.Send(one),
                        new MonthAct.Acknowledge(one),
                        new MonthAct.Reject(one, true),
                        new MonthAct.Reject(one, false)));
        return Stream.of(units, OFFICERS.stream().flatMap(MonthWalk::ofOffice), filings)
                .flatMap(one -> one);
    }

    private static Stream<MonthAct> ofOffice(String officer) {
        return Stream.of(
                new MonthAct.Approve(officer, UNITS, UNITS),
                new MonthAct.Approve(officer, Set.of(), UNITS),
                new MonthAct.Approve(officer, UNITS, Set.of()),
                new MonthAct.WithdrawApproval(officer),
                new MonthAct.File(officer));
    }
}
