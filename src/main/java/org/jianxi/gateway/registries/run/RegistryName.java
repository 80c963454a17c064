package org.jianxi.gateway.registries.run;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a registry is called here: the name of its folder below {@code registries/}. */
public record RegistryName(String value) implements Comparable<RegistryName> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    public RegistryName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a registry's name");
        }
    }

    /** Empty where it is no such name. */
    public static Optional<RegistryName> parse(String written) {
        return FORM.matcher(written).matches() ? Optional.of(new RegistryName(written)) : Optional.empty();
    }

    @Override
    public int compareTo(RegistryName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
