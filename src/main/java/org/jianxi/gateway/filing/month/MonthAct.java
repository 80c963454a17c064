package org.jianxi.gateway.filing.month;

import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Sender;

/** What can happen to a month, whoever does it. Filings are counted from 1, which is their revision. */
public sealed interface MonthAct {

    /**
     * A unit's return is accepted: its first, or the one that takes the place of another. After a filing this is how a month is
     * opened again, and the only way.
     *
     * @param asFiled whether the figures then read as in the filing in force
     */
    record Arrive(Sender sender, boolean asFiled) implements MonthAct {}

    /** The office sends a unit's return back for correction. Its figures stand until the unit answers. */
    record ReturnToSender(Sender sender) implements MonthAct {}

    /** The office takes that back before the unit has answered. */
    record TakeBack(Sender sender) implements MonthAct {}

    /**
     * @param missing whose absence is accepted
     * @param returned whose figures are accepted although they were sent back
     */
    record Approve(String officer, Set<Sender> missing, Set<Sender> returned) implements MonthAct {
        public Approve {
            missing = Set.copyOf(missing);
            returned = Set.copyOf(returned);
        }
    }

    /** By whoever approved, or another who may approve. */
    record WithdrawApproval(String officer) implements MonthAct {}

    record File(String officer) implements MonthAct {}

    /** A filing leaves for the ministry; it may have arrived from here on. */
    record Send(int filing) implements MonthAct {}

    record Acknowledge(int filing) implements MonthAct {}

    /**
     * The ministry will not have a filing.
     *
     * @param asFiled whether the figures as they stand read as in the filing that is then in force
     */
    record Reject(int filing, boolean asFiled) implements MonthAct {}

    default Bilingual title() {
        return switch (this) {
            case Arrive one -> new Bilingual("报表受理", "a return is accepted");
            case ReturnToSender one -> new Bilingual("退回填报单位", "return to sender");
            case TakeBack one -> new Bilingual("撤销退回", "take a return to sender back");
            case Approve one -> new Bilingual("审核", "approve");
            case WithdrawApproval one -> new Bilingual("撤回审核", "withdraw approval");
            case File one -> new Bilingual("上报", "file");
            case Send one -> new Bilingual("发出", "send");
            case Acknowledge one -> new Bilingual("部里回执", "the ministry acknowledges");
            case Reject one -> new Bilingual("部里退回", "the ministry rejects");
        };
    }
}
