package org.jianxi.gateway.filing.month;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.filing.OutboxState;

/**
 * Where a province's month stands (本月办理状态). Which of the states it is follows from the facts alone, so nothing is kept that could
 * disagree with them. The wire names are contract.
 */
public sealed interface Month {

    MonthFacts facts();

    /** Units are missing or were sent back, and nothing of the month is with the ministry. */
    record Collecting(MonthFacts facts) implements Month {}

    /** Every unit's return stands and none is sent back; nobody has approved them yet. */
    record Ready(MonthFacts facts) implements Month {}

    /** One person or more approved the figures as they stand; another may file them. */
    record Approved(MonthFacts facts) implements Month {}

    /** Filed, and the ministry has not said yet that it has it. */
    record Filed(MonthFacts facts) implements Month {}

    /** The ministry has it, and nothing has changed since: where a month may end. */
    record Acknowledged(MonthFacts facts) implements Month {}

    /** The ministry sent it back and holds nothing of the month. */
    record Rejected(MonthFacts facts) implements Month {}

    /** Something has changed since the filing; what was filed stays, and the change travels as a correction. */
    record CorrectionDue(MonthFacts facts) implements Month {}

    record CorrectionApproved(MonthFacts facts) implements Month {}

    static Month of(MonthFacts facts) {
        var approved = !facts.approvers().isEmpty();
        var inForce = facts.inForce();
        if (inForce.isEmpty()) {
            return approved ? new Approved(facts) : unapproved(facts);
        }
        if (!facts.asFiled()) {
            return approved ? new CorrectionApproved(facts) : new CorrectionDue(facts);
        }
        return inForce.get().answer() == OutboxState.ACKNOWLEDGED ? new Acknowledged(facts) : new Filed(facts);
    }

    private static Month unapproved(MonthFacts facts) {
        if (!facts.filings().isEmpty()) {
            return new Rejected(facts);
        }
        return facts.missing().isEmpty() && facts.returned().isEmpty() ? new Ready(facts) : new Collecting(facts);
    }

    /** What an act leads to, or every reason why it may not be done. */
    default MonthTurn after(MonthAct act) {
        return MonthLife.after(this, act);
    }

    /** Whether the figures as they stand are the ones that were filed. */
    default boolean isAsFiled() {
        return this instanceof Filed || this instanceof Acknowledged;
    }

    default boolean isApproved() {
        return this instanceof Approved || this instanceof CorrectionApproved;
    }

    /** Whether a month may rest here for ever. */
    default boolean isFinal() {
        return this instanceof Acknowledged;
    }

    default String wireName() {
        return switch (this) {
            case Collecting one -> "collecting";
            case Ready one -> "ready";
            case Approved one -> "approved";
            case Filed one -> "filed";
            case Acknowledged one -> "acknowledged";
            case Rejected one -> "rejected";
            case CorrectionDue one -> "correction-due";
            case CorrectionApproved one -> "correction-approved";
        };
    }

    default Bilingual title() {
        return switch (this) {
            case Collecting one -> new Bilingual("汇总中", "collecting");
            case Ready one -> new Bilingual("待审核", "ready for approval");
            case Approved one -> new Bilingual("已审核", "approved");
            case Filed one -> new Bilingual("已上报，待回执", "filed, not confirmed");
            case Acknowledged one -> new Bilingual("部里已回执", "acknowledged");
            case Rejected one -> new Bilingual("部里退回", "rejected by the ministry");
            case CorrectionDue one -> new Bilingual("待更正", "correction due");
            case CorrectionApproved one -> new Bilingual("更正已审核", "correction approved");
        };
    }
}
