package org.jianxi.gateway.canonical;

import java.util.Optional;
import java.util.regex.Pattern;

/** One reporting unit (填报单位), named by its GB/T 2260 division code; {@code 539900} is the province's own level (省本级). */
public record Sender(String code) implements Comparable<Sender> {

    private static final Pattern WRITTEN = Pattern.compile("[0-9]{6}");

    public Sender {
        if (!WRITTEN.matcher(code).matches()) {
            throw new IllegalArgumentException("Not a division code of six digits: " + code);
        }
    }

    /** Reads six ASCII digits; empty for anything else. Says nothing about whether such a sender exists. */
    public static Optional<Sender> parse(String text) {
        return WRITTEN.matcher(text).matches() ? Optional.of(new Sender(text)) : Optional.empty();
    }

    @Override
    public int compareTo(Sender other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
