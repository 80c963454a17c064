package org.jianxi.gateway.registries.marks;

import java.util.Optional;

/** An act's name in the database and on the wire, and what was written with it. */
final class ActWords {

    private ActWords() {}

    static String name(MarkAct act) {
        return switch (act) {
            case MarkAct.Hit hit -> "hit";
            case MarkAct.Miss miss -> "miss";
            case MarkAct.Expire expire -> "expire";
            case MarkAct.Erase erase -> "erase";
            case MarkAct.Confirm confirm -> "confirm";
            case MarkAct.Refuse refuse -> "refuse";
            case MarkAct.Keep keep -> "keep";
            case MarkAct.Withdraw withdraw -> "withdraw";
            case MarkAct.Correct correct -> "correct";
            case MarkAct.Raise raise -> "object";
            case MarkAct.UpholdAndWithdraw uphold -> "uphold-withdraw";
            case MarkAct.UpholdAndCorrect uphold -> "uphold-correct";
            case MarkAct.Reject reject -> "reject";
            case MarkAct.Reconsider reconsider -> "reconsider";
        };
    }

    static Optional<String> of(MarkAct act) {
        return switch (act) {
            case MarkAct.Refuse refuse -> Optional.of(refuse.reason());
            case MarkAct.Keep keep -> Optional.of(keep.reason());
            case MarkAct.Withdraw withdraw -> Optional.of(withdraw.reason());
            case MarkAct.Correct correct -> Optional.of(correct.reason());
            case MarkAct.Raise raise -> Optional.of(raise.objection());
            case MarkAct.UpholdAndWithdraw uphold -> Optional.of(uphold.reason());
            case MarkAct.UpholdAndCorrect uphold -> Optional.of(uphold.reason());
            case MarkAct.Reject reject -> Optional.of(reject.reason());
            case MarkAct.Reconsider reconsider -> Optional.of(reconsider.reason());
            default -> Optional.empty();
        };
    }

    static boolean confirms(MarkAct act) {
        return act instanceof MarkAct.Confirm
                || act instanceof MarkAct.Correct
                || act instanceof MarkAct.UpholdAndCorrect;
    }

    /** Where an act's words lie: sealed for there, they open nowhere else. */
    static String place(String mark, int number) {
        return "mark/" + mark + "/" + number;
    }
}
