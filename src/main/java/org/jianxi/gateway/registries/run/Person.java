package org.jianxi.gateway.registries.run;

import java.util.Optional;
import java.util.function.Supplier;
import org.jianxi.gateway.records.Identity;
import org.jianxi.gateway.records.PersonOfRecord;

/**
 * Somebody a registry is asked for: by token always, by number and name only when they are opened, and each opening is recorded.
 *
 * @param identity empty where no record has the person any more
 */
public record Person(PersonOfRecord tokens, Supplier<Optional<Identity>> identity) {

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Person";
    }
}
