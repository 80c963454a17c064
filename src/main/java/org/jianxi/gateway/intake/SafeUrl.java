package org.jianxi.gateway.intake;

import java.util.regex.Pattern;

/** What an address in a source file must keep before anybody looks at where it leads. */
final class SafeUrl {

    private static final Pattern LOOPBACK =
            Pattern.compile("http://(127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|localhost|\\[::1])(:[0-9]{1,5})?(/|$)");

    private SafeUrl() {}

    /** Whether the connection is encrypted or does not leave this machine. */
    static boolean isSafe(String url) {
        return url.startsWith("https://") || LOOPBACK.matcher(url).lookingAt();
    }
}
