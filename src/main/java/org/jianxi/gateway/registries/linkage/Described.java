package org.jianxi.gateway.registries.linkage;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody as two lists describe them.
 *
 * @param name in the form in which two writings of one name are equal; empty where none is known
 * @param division GB/T 2260, six digits
 */
public record Described(String name, Optional<LocalDate> birthDate, Optional<String> division) {

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Described";
    }
}
