package org.jianxi.gateway.console.office;

import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Role;

/** Which buttons a reader gets. The rights themselves are asked again when one is pressed. */
public record Buttons(boolean approves, boolean files) {

    static Buttons of(Caller caller) {
        return new Buttons(caller.is(Role.OFFICER), caller.is(Role.OFFICER) || caller.is(Role.FILER));
    }
}
