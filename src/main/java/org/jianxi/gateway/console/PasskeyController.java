package org.jianxi.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jianxi.gateway.accounts.AccountName;
import org.jianxi.gateway.accounts.Guesses;
import org.jianxi.gateway.accounts.Passkeys.Question;
import org.jianxi.gateway.flow.accounts.PasskeyDesk;
import org.jianxi.gateway.flow.accounts.SignInDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One's own passkeys, and signing in with one. The page's script carries questions and answers between here and the authenticator. */
@Controller
@ConditionalOnProperty("jianxi.console.passkeys.origin")
class PasskeyController {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyController.class);

    private final PasskeyDesk desk;
    private final SignInDesk sessions;
    private final Guesses guesses;

    PasskeyController(PasskeyDesk desk, SignInDesk sessions, Guesses guesses) {
        this.desk = desk;
        this.sessions = sessions;
        this.guesses = guesses;
    }

    /**
     * @param answer the authenticator's, as JSON
     * @param sealed what came with the question
     */
    record Answer(String answer, String sealed, String label) {}

    @GetMapping("/console/passkeys")
    String own(HttpServletRequest request, Model model) {
        var owner = owner(request);
        model.addAttribute("passkeys", desk.of(owner));
        model.addAttribute("caller", owner.value());
        return "console/passkeys";
    }

    @PostMapping("/console/passkeys/question")
    ResponseEntity<Map<String, String>> question(HttpServletRequest request) {
        return said(desk.registration(owner(request)));
    }

    @PostMapping("/console/passkeys")
    ResponseEntity<Void> register(@RequestBody Answer given, HttpServletRequest request) {
        var taken = desk.register(owner(request), given.sealed(), given.answer(), given.label());
        return ResponseEntity.status(taken ? HttpStatus.NO_CONTENT : HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }

    @PostMapping("/console/passkeys/forget")
    String forget(@RequestParam String id, HttpServletRequest request) {
        desk.forget(owner(request), id);
        return "redirect:/console/passkeys";
    }

    @PostMapping("/console/login/passkey/question")
    ResponseEntity<Map<String, String>> ask() {
        return said(desk.signIn());
    }

    @PostMapping("/console/login/passkey")
    ResponseEntity<Void> signIn(@RequestBody Answer given, HttpServletRequest request, HttpServletResponse response) {
        if (!guesses.allows(request.getRemoteAddr())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
        }
        var token = desk.signIn(given.sealed(), given.answer());
        if (token.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        guesses.forgives(request.getRemoteAddr());
        ConsoleCookie.of(request).ifPresent(sessions::signOut);
        ConsoleCookie.give(token.get(), request, response);
        LOG.info("Console: somebody signed in with a passkey");
        return ResponseEntity.noContent().build();
    }

    /** Whoever came with a key or through the login service has no passkeys here, and no such page. */
    private AccountName owner(HttpServletRequest request) {
        return ConsoleCookie.of(request)
                .flatMap(desk::owner)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<Map<String, String>> said(Question question) {
        return ResponseEntity.ok(Map.of("options", question.json(), "sealed", question.sealed()));
    }
}
