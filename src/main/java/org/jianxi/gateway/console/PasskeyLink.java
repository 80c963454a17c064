package org.jianxi.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import org.jianxi.gateway.flow.accounts.PasskeyDesk;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the pages that there are passkeys, and whether the reader has a page of them. */
@ControllerAdvice(basePackages = "org.jianxi.gateway.console")
@ConditionalOnProperty("jianxi.console.passkeys.origin")
class PasskeyLink {

    private final PasskeyDesk desk;

    PasskeyLink(PasskeyDesk desk) {
        this.desk = desk;
    }

    @ModelAttribute("withPasskeys")
    boolean there() {
        return true;
    }

    @ModelAttribute("ownPasskeys")
    boolean own(HttpServletRequest request) {
        return ConsoleCookie.of(request).flatMap(desk::owner).isPresent();
    }
}
