package org.jianxi.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jianxi.gateway.intake.AccessKeys;
import org.jianxi.gateway.intake.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with an access key, and out again. */
@Controller
class LoginController {

    private static final Logger LOG = LoggerFactory.getLogger(LoginController.class);
    private static final int BURST = 10;
    private static final Duration THEN_EVERY = Duration.ofSeconds(6);
    private static final int LONGEST_KEY = 200;

    private final AccessKeys keys;
    private final Clock clock;
    private final Pace attempts;

    LoginController(AccessKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.attempts = new Pace(clock, BURST, THEN_EVERY);
    }

    @GetMapping("/console")
    String home() {
        return "redirect:/console/window";
    }

    @GetMapping(ConsoleSecurity.LOGIN)
    String form() {
        return "console/login";
    }

    @PostMapping(ConsoleSecurity.LOGIN)
    String signIn(@RequestParam String key, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!attempts.allows(request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("problem", "login.too-often");
            return "console/login";
        }
        var caller = key.length() > LONGEST_KEY ? Optional.<Caller>empty() : keys.authenticate(key.strip());
        if (caller.isEmpty()) {
            LOG.info("Console: no such key, from {}", request.getRemoteAddr());
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute("problem", "login.wrong");
            return "console/login";
        }
        // an office signs in from one address at nine o'clock: only wrong keys wear the pace down
        attempts.forgives(request.getRemoteAddr());
        ConsoleSessions.begin(request, key.strip(), clock.instant());
        LOG.info("Console: {} signed in", caller.get().name());
        return "redirect:/console/window";
    }

    @PostMapping("/console/logout")
    String signOut(HttpServletRequest request) {
        ConsoleSessions.end(request);
        return "redirect:" + ConsoleSecurity.LOGIN;
    }
}
