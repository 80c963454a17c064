package org.jianxi.gateway.intake;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.NoticeKind;

/**
 * Where a source's own system takes notices, and of what.
 *
 * @param secrets what they are signed with; two while the receiver changes over
 */
public record Webhook(String url, List<SecretReference> secrets, Set<NoticeKind> kinds) {

    private static final Pattern LOOPBACK =
            Pattern.compile("http://(127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|localhost|\\[::1])(:[0-9]{1,5})?(/|$)");

    public Webhook {
        secrets = List.copyOf(secrets);
        kinds = Set.copyOf(kinds);
    }

    /** Whether the connection is encrypted or does not leave this machine. */
    boolean isSafe() {
        return url.startsWith("https://") || LOOPBACK.matcher(url).lookingAt();
    }
}
