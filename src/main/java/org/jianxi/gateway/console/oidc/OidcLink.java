package org.jianxi.gateway.console.oidc;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the sign-in page that there is a login service. */
@ControllerAdvice(basePackages = "org.jianxi.gateway.console")
@ConditionalOnProperty("jianxi.console.oidc.issuer")
class OidcLink {

    private final OidcSettings settings;

    OidcLink(OidcSettings settings) {
        this.settings = settings;
    }

    @ModelAttribute("provider")
    String title() {
        return settings.title();
    }
}
