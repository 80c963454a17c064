package org.jianxi.gateway.registries.extracts;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An extract as somebody brings it.
 *
 * @param day as of which it was made, where somebody says so; else the file's name does
 * @param actor who brings it
 * @param override why it is to be taken although fewer or more stand in it than its registry allows, 4 to 200 characters
 */
public record BroughtExtract(Path file, Optional<LocalDate> day, String actor, Optional<String> override) {

    private static final int LEAST = 4;
    private static final int MOST = 200;

    public BroughtExtract {
        override.map(String::strip)
                .map(String::length)
                .filter(length -> length < LEAST || length > MOST)
                .ifPresent(wrong -> {
                    throw new IllegalArgumentException("a reason has %d to %d characters".formatted(LEAST, MOST));
                });
    }
}
