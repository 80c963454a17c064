package org.jianxi.gateway.accounts;

import java.util.Optional;
import java.util.regex.Pattern;

/** What an account is called in the audit and by whoever signs in; never given to another person. */
public record AccountName(String value) {

    private static final Pattern WRITTEN = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    public AccountName {
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a name of an account");
        }
    }

    public static Optional<AccountName> parse(String text) {
        return WRITTEN.matcher(text).matches() ? Optional.of(new AccountName(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
