package org.jianxi.gateway.filing;

import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.signing.Sm3;

/**
 * One filed return on its way to the ministry. Its id and its bytes stay the same however often it is sent.
 *
 * @param messageId up to 80 letters, digits, dots, hyphens and underscores
 * @param signature detached CMS over exactly the body's bytes
 */
public record MinistryMessage(
        String messageId, Period period, int revision, String contentType, byte[] body, byte[] signature) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    public MinistryMessage {
        if (!ID.matcher(messageId).matches()) {
            throw new IllegalArgumentException("Not a message id: " + messageId);
        }
    }

    /** SM3 of the body: what an acknowledgement must name. */
    public Digest digest() {
        return Sm3.of(body);
    }
}
