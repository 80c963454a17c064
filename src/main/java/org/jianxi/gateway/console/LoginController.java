package org.jianxi.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.accounts.AccountName;
import org.jianxi.gateway.accounts.Enrolment;
import org.jianxi.gateway.accounts.Guesses;
import org.jianxi.gateway.accounts.SignIn;
import org.jianxi.gateway.flow.accounts.SignInDesk;
import org.jianxi.gateway.intake.AccessKeys;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.signing.AccessKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with an account or an access key, and out again. */
@Controller
class LoginController {

    private static final Logger LOG = LoggerFactory.getLogger(LoginController.class);

    /** What may have been wrong at the login service. */
    private static final Set<String> SAID = Set.of("no-role", "disabled", "provider-failed");

    private static final int LONGEST_KEY = 200;
    private static final String PAGE = "console/login";
    private static final String FIRST_PAGE = "redirect:/console/window";

    private final SignInDesk desk;
    private final AccessKeys keys;
    private final Guesses guesses;

    LoginController(SignInDesk desk, AccessKeys keys, Guesses guesses) {
        this.desk = desk;
        this.keys = keys;
        this.guesses = guesses;
    }

    @GetMapping("/console")
    String home() {
        return FIRST_PAGE;
    }

    @GetMapping(ConsoleSecurity.LOGIN)
    String form(@RequestParam(defaultValue = "") String said, Model model) {
        if (SAID.contains(said)) {
            model.addAttribute("problem", "login." + said);
        }
        return PAGE;
    }

    /** Goes on from a page of ours, for a browser that came from another site does not bring the session's cookie along. */
    @GetMapping("/console/entered")
    String entered() {
        return "console/entered";
    }

    @PostMapping(path = ConsoleSecurity.LOGIN, params = "key")
    String signIn(@RequestParam String key, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!guesses.allows(request.getRemoteAddr())) {
            return refused(HttpStatus.TOO_MANY_REQUESTS, "login.too-often", response, model);
        }
        var caller = key.length() > LONGEST_KEY ? Optional.<Caller>empty() : keys.authenticate(key.strip());
        if (caller.isEmpty()) {
            LOG.info("Console: no such key, from {}", request.getRemoteAddr());
            return refused(HttpStatus.UNAUTHORIZED, "login.wrong", response, model);
        }
        guesses.forgives(request.getRemoteAddr());
        return begun(desk.signIn(AccessKey.hash(key.strip())), caller.get().name(), request, response);
    }

    @PostMapping(path = ConsoleSecurity.LOGIN, params = "name")
    String signIn(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var account = AccountName.parse(name.strip());
        var known = account.map(AccountName::value).orElse("");
        if (!guesses.allows(request.getRemoteAddr(), known)) {
            return refused(HttpStatus.TOO_MANY_REQUESTS, "login.too-often", response, model);
        }
        var token = account.filter(one -> password.length() <= Enrolment.LONGEST_PASSWORD)
                .flatMap(one -> desk.signIn(new SignIn.Attempt(one, password, code)));
        if (token.isEmpty()) {
            LOG.info("Console: no such account, password and code, from {}", request.getRemoteAddr());
            return refused(HttpStatus.UNAUTHORIZED, "login.account-wrong", response, model);
        }
        guesses.forgives(request.getRemoteAddr(), known);
        return begun(token.get(), known, request, response);
    }

    @PostMapping("/console/logout")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        ConsoleCookie.of(request).ifPresent(desk::signOut);
        ConsoleCookie.take(request, response);
        return "redirect:" + ConsoleSecurity.LOGIN;
    }

    /** A session that was there before is over: the browser has one cookie. */
    private String begun(String token, String who, HttpServletRequest request, HttpServletResponse response) {
        ConsoleCookie.of(request).ifPresent(desk::signOut);
        ConsoleCookie.give(token, request, response);
        LOG.info("Console: {} signed in", who);
        return FIRST_PAGE;
    }

    private static String refused(HttpStatus status, String problem, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("problem", problem);
        return PAGE;
    }
}
