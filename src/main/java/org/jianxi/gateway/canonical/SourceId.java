package org.jianxi.gateway.canonical;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names one delivering system: a prefecture's own or a vendor's platform. Also the name of its folder under {@code mappings/}. */
public record SourceId(String value) implements Comparable<SourceId> {

    private static final Pattern WRITTEN = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    public SourceId {
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a source id: " + value);
        }
    }

    public static Optional<SourceId> parse(String text) {
        return WRITTEN.matcher(text).matches() ? Optional.of(new SourceId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
