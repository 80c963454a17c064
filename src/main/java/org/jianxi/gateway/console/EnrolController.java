package org.jianxi.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jianxi.gateway.accounts.AccountName;
import org.jianxi.gateway.accounts.Enrolment;
import org.jianxi.gateway.accounts.Guesses;
import org.jianxi.gateway.accounts.SpokenCode;
import org.jianxi.gateway.flow.accounts.SignInDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A person takes an account with the code that the administrator handed over. The code travels in forms alone, since addresses are logged
 * on the way.
 */
@Controller
@RequestMapping(ConsoleSecurity.ENROL)
class EnrolController {

    private static final String PAGE = "console/enrol";

    private final SignInDesk desk;
    private final Guesses guesses;

    EnrolController(SignInDesk desk, Guesses guesses) {
        this.desk = desk;
        this.guesses = guesses;
    }

    @GetMapping
    String ask() {
        return PAGE;
    }

    /** Shows what is to be put into the app. */
    @PostMapping
    String open(
            @RequestParam String name,
            @RequestParam String invitation,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return guarded(name, request, response, model, account -> {
            var offer = desk.offer(account, new SpokenCode(invitation));
            if (offer.isEmpty()) {
                return refused(HttpStatus.UNAUTHORIZED, "enrol.not-invited", response, model);
            }
            guesses.forgives(request.getRemoteAddr(), account.value());
            return offered(offer.get(), invitation, model);
        });
    }

    /** @param code the app's first one, so that nobody leaves with a factor that does not work */
    @PostMapping("/choice")
    String choose(
            @RequestParam String name,
            @RequestParam String invitation,
            @RequestParam String password,
            @RequestParam String again,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return guarded(name, request, response, model, account -> {
            if (!password.equals(again)) {
                return repeated("enrol.not-the-same", account, invitation, request, response, model);
            }
            var choice = new Enrolment.Choice(password, code);
            return switch (desk.enrol(account, new SpokenCode(invitation), choice)) {
                case Enrolment.Ended.Enrolled enrolled -> {
                    guesses.forgives(request.getRemoteAddr(), account.value());
                    model.addAttribute("recovery", enrolled.recovery());
                    yield PAGE;
                }
                case Enrolment.Ended.NotInvited no ->
                    refused(HttpStatus.UNAUTHORIZED, "enrol.not-invited", response, model);
                case Enrolment.Ended.PasswordTooWeak weak ->
                    repeated("enrol.password-weak", account, invitation, request, response, model);
                case Enrolment.Ended.CodeWrong wrong ->
                    repeated("enrol.code-wrong", account, invitation, request, response, model);
            };
        });
    }

    private interface Attempt {
        String as(AccountName account);
    }

    private String guarded(
            String name, HttpServletRequest request, HttpServletResponse response, Model model, Attempt attempt) {
        var account = AccountName.parse(name.strip());
        if (!guesses.allows(
                request.getRemoteAddr(), account.map(AccountName::value).orElse(""))) {
            return refused(HttpStatus.TOO_MANY_REQUESTS, "login.too-often", response, model);
        }
        return account.map(attempt::as)
                .orElseGet(() -> refused(HttpStatus.UNAUTHORIZED, "enrol.not-invited", response, model));
    }

    /** The same step once more, with what is to be mended. */
    private String repeated(
            String problem,
            AccountName account,
            String invitation,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var offer = desk.offer(account, new SpokenCode(invitation));
        return offer.map(one -> {
                    // the invitation was right: a slip is no guess
                    guesses.forgives(request.getRemoteAddr(), account.value());
                    refused(HttpStatus.UNPROCESSABLE_CONTENT, problem, response, model);
                    return offered(one, invitation, model);
                })
                .orElseGet(() -> refused(HttpStatus.UNAUTHORIZED, "enrol.not-invited", response, model));
    }

    private static String offered(Enrolment.Offer offer, String invitation, Model model) {
        model.addAttribute("offer", offer);
        model.addAttribute("qr", QrPath.of(offer.uri()));
        model.addAttribute("invitation", invitation);
        return PAGE;
    }

    private static String refused(HttpStatus status, String problem, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("problem", problem);
        return PAGE;
    }
}
