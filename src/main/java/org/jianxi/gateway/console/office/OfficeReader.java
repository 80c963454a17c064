package org.jianxi.gateway.console.office;

import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page whether the office reads it, so that nobody is shown a way to a page that is not theirs. */
@ControllerAdvice(basePackages = "org.jianxi.gateway.console")
class OfficeReader {

    @ModelAttribute("office")
    boolean isOffice(@AuthenticationPrincipal @Nullable Caller caller) {
        return caller != null && !caller.is(Role.SENDER);
    }

    /** Registries are the officers' alone. */
    @ModelAttribute("officer")
    boolean isOfficer(@AuthenticationPrincipal @Nullable Caller caller) {
        return caller != null && caller.is(Role.OFFICER);
    }
}
