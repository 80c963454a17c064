package org.jianxi.gateway.console.office;

import org.jianxi.gateway.intake.Act;
import org.jianxi.gateway.intake.Caller;

/** Which buttons a reader gets. The rights themselves are asked again when one is pressed. */
public record Buttons(boolean approves, boolean files, boolean answersUnits, boolean uploads, boolean marksRead) {

    static Buttons of(Caller caller) {
        return new Buttons(
                caller.may(Act.APPROVE),
                caller.may(Act.FILE),
                caller.may(Act.ANSWER_UNITS),
                caller.may(Act.UPLOAD),
                caller.may(Act.MARK_RETURN_READ));
    }
}
