package org.jianxi.gateway.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie that holds a session's token: for the console alone, unreadable to scripts, never sent along from another site. */
public final class ConsoleCookie {

    static final String NAME = "jianxi-console";

    private ConsoleCookie() {}

    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Gone when the browser is closed; over TLS it is sent over TLS alone. */
    public static void give(String token, HttpServletRequest request, HttpServletResponse response) {
        write(ResponseCookie.from(NAME, token), request, response);
    }

    static void take(HttpServletRequest request, HttpServletResponse response) {
        write(ResponseCookie.from(NAME, "").maxAge(Duration.ZERO), request, response);
    }

    private static void write(
            ResponseCookie.ResponseCookieBuilder cookie, HttpServletRequest request, HttpServletResponse response) {
        var written = cookie.path("/console")
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, written.toString());
    }
}
