package org.jianxi.gateway.registries.marks;

import java.time.LocalDate;

/** What can be done to a mark, by the match run, by time, or by a person with a reason. */
public sealed interface MarkAct {

    /** The registry has the person, with an equal name. */
    record Hit(RegistryWord word) implements MarkAct {}

    /** The registry was asked again and does not have the person. */
    record Miss(LocalDate snapshotOn) implements MarkAct {}

    /** Its time may be over. */
    record Expire(LocalDate today) implements MarkAct {}

    /** What is kept of the person goes. */
    record Erase() implements MarkAct {}

    record Confirm() implements MarkAct {}

    record Refuse(String reason) implements MarkAct {}

    /** It stands although a later snapshot does not have the person. */
    record Keep(String reason) implements MarkAct {}

    record Withdraw(String reason) implements MarkAct {}

    /** The person is marked, but with something else than the registry says. */
    record Correct(Hardship instead, String reason) implements MarkAct {}

    /** Of the person itself, brought by the sender or the office. */
    record Raise(String objection) implements MarkAct {}

    /** The objection is right: there is no mark. */
    record UpholdAndWithdraw(String reason) implements MarkAct {}

    /** The objection is right: there is a mark, with something else. */
    record UpholdAndCorrect(Hardship instead, String reason) implements MarkAct {}

    /** The objection is wrong: what was before stands. */
    record Reject(String reason) implements MarkAct {}

    /** What was refused, withdrawn or has expired is looked at anew. */
    record Reconsider(String reason) implements MarkAct {}
}
