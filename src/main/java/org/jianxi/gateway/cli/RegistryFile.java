package org.jianxi.gateway.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A registry's extract as named on the command line: {@code NAME=FILE.csv}. */
record RegistryFile(String name, Path file) {

    private static final int LONGEST_NAME = 64;

    static Optional<RegistryFile> parse(String option) {
        var sign = option.indexOf('=');
        if (sign < 1 || sign > LONGEST_NAME || sign == option.length() - 1) {
            return Optional.empty();
        }
        var name = option.substring(0, sign);
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RegistryFile(name, Path.of(option.substring(sign + 1))));
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }
}
