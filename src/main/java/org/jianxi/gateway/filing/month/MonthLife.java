package org.jianxi.gateway.filing.month;

import java.util.EnumSet;
import java.util.Set;
import org.jianxi.gateway.filing.OutboxState;

/** Every act on every state. Who may do what is asked at the door; what may be done at all is said here. */
final class MonthLife {

    private MonthLife() {}

    static MonthTurn after(Month month, MonthAct act) {
        var facts = month.facts();
        return switch (act) {
            case MonthAct.Arrive(var sender, var asFiled) -> now(facts.arrived(sender, asFiled));
            case MonthAct.ReturnToSender sendBack -> sendBack(facts, sendBack);
            case MonthAct.TakeBack(var sender) ->
                facts.returned().contains(sender) ? now(facts.takenBack(sender)) : refused(Refusal.NOT_RETURNED);
            case MonthAct.Approve approve -> approve(month, approve);
            case MonthAct.WithdrawApproval withdraw -> withdraw(month);
            case MonthAct.File(var officer) -> file(month, officer);
            case MonthAct.Send(var filing) -> send(facts, filing);
            case MonthAct.Acknowledge(var filing) -> acknowledge(facts, filing);
            case MonthAct.Reject(var filing, var asFiled) ->
                isKnown(facts, filing) ? now(facts.rejected(filing, asFiled)) : refused(Refusal.UNKNOWN_FILING);
        };
    }

    private static MonthTurn sendBack(MonthFacts facts, MonthAct.ReturnToSender act) {
        if (facts.missing().contains(act.sender())) {
            return refused(Refusal.NOTHING_THERE);
        }
        return facts.returned().contains(act.sender())
                ? refused(Refusal.ALREADY_RETURNED)
                : now(facts.sentBack(act.sender()));
    }

    private static MonthTurn approve(Month month, MonthAct.Approve act) {
        var reasons = EnumSet.noneOf(Refusal.class);
        if (month.isAsFiled()) {
            reasons.add(Refusal.ALREADY_FILED);
        }
        if (!act.missing().containsAll(month.facts().missing())) {
            reasons.add(Refusal.GAPS);
        }
        if (!act.returned().containsAll(month.facts().returned())) {
            reasons.add(Refusal.RETURNED);
        }
        return reasons.isEmpty() ? now(month.facts().approvedBy(act.officer())) : new MonthTurn.Refused(reasons);
    }

    /** An approval that was filed is history: only one that was not can be taken back. */
    private static MonthTurn withdraw(Month month) {
        if (month.isAsFiled()) {
            return refused(Refusal.ALREADY_FILED);
        }
        return month.isApproved() ? now(month.facts().unapproved()) : refused(Refusal.APPROVAL);
    }

    private static MonthTurn file(Month month, String officer) {
        if (month.isAsFiled()) {
            return refused(Refusal.ALREADY_FILED);
        }
        if (!month.isApproved()) {
            return refused(Refusal.APPROVAL);
        }
        return month.facts()
                .approverBeside(officer)
                .map(approver -> now(month.facts().filed(approver, officer)))
                .orElseGet(() -> refused(Refusal.TWO_PEOPLE));
    }

    private static MonthTurn send(MonthFacts facts, int filing) {
        if (!isKnown(facts, filing)) {
            return refused(Refusal.UNKNOWN_FILING);
        }
        if (facts.filings().get(filing - 1).isSettled()) {
            return refused(Refusal.SETTLED);
        }
        var earlierSettled = facts.filings().subList(0, filing - 1).stream().allMatch(MonthFacts.Filing::isSettled);
        return earlierSettled
                ? now(facts.answered(filing, OutboxState.UNCONFIRMED))
                : refused(Refusal.EARLIER_UNSETTLED);
    }

    private static MonthTurn acknowledge(MonthFacts facts, int filing) {
        if (!isKnown(facts, filing)) {
            return refused(Refusal.UNKNOWN_FILING);
        }
        return facts.filings().get(filing - 1).answer() == OutboxState.REJECTED
                ? refused(Refusal.AFTER_REJECTION)
                : now(facts.answered(filing, OutboxState.ACKNOWLEDGED));
    }

    private static boolean isKnown(MonthFacts facts, int filing) {
        return filing >= 1 && filing <= facts.filings().size();
    }

    private static MonthTurn now(MonthFacts facts) {
        return new MonthTurn.Now(Month.of(facts));
    }

    private static MonthTurn refused(Refusal reason) {
        return new MonthTurn.Refused(Set.of(reason));
    }
}
