package org.jianxi.gateway.registries.marks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jianxi.gateway.registries.marks.MarkAnswer.PersonKey;

/**
 * A mark in the database.
 *
 * @param person empty once erased, as the standing is
 * @param acts how many there were
 * @param since when the newest was
 */
public record Mark(
        String id,
        String registry,
        String purpose,
        Optional<PersonKey> person,
        int acts,
        Instant since,
        MarkState state,
        Optional<Standing> standing,
        Optional<Confirmation> confirmation) {

    /** As it would stand. */
    public Mark standing(Standing other) {
        return new Mark(id, registry, purpose, person, acts, since, other.state(), Optional.of(other), confirmation);
    }

    /** @param by name of a key's holder, no person's */
    public record Confirmation(String by, LocalDate on) {}
}
