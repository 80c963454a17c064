package org.jianxi.gateway.console.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jianxi.gateway.accounts.ProviderPerson;
import org.jianxi.gateway.console.ConsoleCookie;
import org.jianxi.gateway.flow.accounts.SignInDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody comes back from the login service: known and let in, known and refused with a reason, or not vouched for. */
final class OidcArrival {

    private static final Logger LOG = LoggerFactory.getLogger(OidcArrival.class);
    private static final String LOGIN = "/console/login?said=";

    /** A page of ours from which the browser goes on: the session's cookie is not sent along from another site. */
    private static final String ENTERED = "/console/entered";

    private final Claims claims;
    private final SignInDesk desk;

    OidcArrival(Claims claims, SignInDesk desk) {
        this.claims = claims;
        this.desk = desk;
    }

    void vouchedFor(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var person = authentication.getPrincipal() instanceof OidcUser user
                ? claims.person(user.getClaims())
                : Optional.<ProviderPerson>empty();
        if (person.isEmpty()) {
            LOG.info("Console: the login service vouches for somebody who has no role here");
            response.sendRedirect(LOGIN + "no-role");
            return;
        }
        var token = desk.signIn(person.get());
        if (token.isEmpty()) {
            LOG.info("Console: {} is disabled here", person.get().name());
            response.sendRedirect(LOGIN + "disabled");
            return;
        }
        ConsoleCookie.give(token.get(), request, response);
        LOG.info("Console: {} signed in through the login service", person.get().name());
        response.sendRedirect(ENTERED);
    }

    void notVouchedFor(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        LOG.warn("Console: the login service's answer does not count: {}", why.getMessage());
        response.sendRedirect(LOGIN + "provider-failed");
    }
}
