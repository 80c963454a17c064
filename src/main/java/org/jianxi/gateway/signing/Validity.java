package org.jianxi.gateway.signing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The first and the last moment of a certificate, whole seconds. */
public record Validity(Instant first, Instant last) {

    public Validity {
        first = first.truncatedTo(ChronoUnit.SECONDS);
        last = last.truncatedTo(ChronoUnit.SECONDS);
        if (!last.isAfter(first)) {
            throw new IllegalArgumentException("A certificate that ends before it begins: " + first + " to " + last);
        }
    }

    /** Valid at once, and for so long. */
    public static Validity from(Instant now, Duration life) {
        return new Validity(now, now.plus(life));
    }
}
