package org.jianxi.gateway.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.intake.AccessKeys;
import org.jianxi.gateway.intake.Caller;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the caller behind the session cookie. The key is asked for again at every request, so one that was taken back ends its
 * sessions at once; none lasts longer than an hour.
 */
final class ConsoleSessions extends OncePerRequestFilter {

    private static final String KEY = "console.key";
    private static final String SINCE = "console.since";
    private static final Duration LONGEST = Duration.ofHours(1);

    private final AccessKeys keys;
    private final Clock clock;

    ConsoleSessions(AccessKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Begins a session for this key, under a number of its own. */
    static void begin(HttpServletRequest request, String key, Instant now) {
        end(request);
        var session = request.getSession(true);
        session.setAttribute(KEY, key);
        session.setAttribute(SINCE, now);
    }

    static void end(HttpServletRequest request) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional.ofNullable(request.getSession(false)).flatMap(this::caller).ifPresent(caller -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new SignedIn(caller));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<Caller> caller(HttpSession session) {
        if (!(session.getAttribute(KEY) instanceof String key)
                || !(session.getAttribute(SINCE) instanceof Instant since)
                || since.plus(LONGEST).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return keys.authenticate(key);
    }
}
