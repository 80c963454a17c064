package org.jianxi.gateway.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody whom the office's login service knows.
 *
 * @param name what stands in the audit; whoever has an account or a key of the same name counts as the same person
 */
public record ProviderPerson(String name, Duties duties) {

    private static final Pattern WRITTEN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    public ProviderPerson {
        if (!WRITTEN.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name for the audit");
        }
    }

    /** In small letters; empty where it cannot stand in the audit. */
    public static Optional<String> name(String said) {
        return Optional.of(said.strip().toLowerCase(Locale.ROOT))
                .filter(name -> WRITTEN.matcher(name).matches());
    }
}
