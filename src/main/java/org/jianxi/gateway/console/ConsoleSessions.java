package org.jianxi.gateway.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jianxi.gateway.flow.accounts.SignInDesk;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds who is behind the session cookie, at every request anew, on whichever node it arrives. */
final class ConsoleSessions extends OncePerRequestFilter {

    private static final String ASSETS = "/console/assets/";

    private final SignInDesk desk;

    ConsoleSessions(SignInDesk desk) {
        this.desk = desk;
    }

    /** Files that everybody may load ask nobody's name. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ASSETS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsoleCookie.of(request).flatMap(desk::caller).ifPresent(caller -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new SignedIn(caller));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }
}
