package org.jianxi.gateway.transport.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the office's own mail server found that a letter comes from the domain it says (RFC 8601). Only the topmost header
 * of the server's name counts: those below may have been written by the sender.
 */
final class LetterOrigin {

    private static final String HEADER = "Authentication-Results";
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern DMARC = Pattern.compile("(^|\\s)dmarc\\s*=\\s*pass(\\s|$)");
    private static final Pattern DKIM =
            Pattern.compile("(^|\\s)dkim\\s*=\\s*pass\\s.*?header\\.d\\s*=\\s*([a-z0-9.-]+)");

    private LetterOrigin() {}

    static boolean isConfirmed(MimeMessage letter, String server, Optional<String> from) throws MessagingException {
        var headers = letter.getHeader(HEADER);
        if (headers == null || headers.length == 0 || from.isEmpty()) {
            return false;
        }
        var results = COMMENT.matcher(headers[0].toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                .replaceAll(" ")
                .split(";");
        if (!results[0].strip().split(" ", 2)[0].equals(server.toLowerCase(Locale.ROOT))) {
            return false;
        }
        var domain = from.get().substring(from.get().lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        for (var index = 1; index < results.length; index++) {
            if (confirms(results[index].strip(), domain)) {
                return true;
            }
        }
        return false;
    }

    /** DMARC compares the domains itself; a DKIM signature must be of the very domain or of one above it. */
    private static boolean confirms(String result, String domain) {
        if (DMARC.matcher(result).find()) {
            return true;
        }
        var dkim = DKIM.matcher(result);
        return dkim.find()
                && dkim.group(2).contains(".")
                && (domain.equals(dkim.group(2)) || domain.endsWith("." + dkim.group(2)));
    }
}
