package org.jianxi.gateway.registries.marks;

import java.time.LocalDate;
import java.util.Arrays;

/** What a registry answered for one person, as far as it concerns marks. Whoever has no usable answer is not among them. */
public sealed interface MarkAnswer {

    /** Key of the person: 32 bytes of {@code person_current.person_token}. */
    PersonKey person();

    /** The number stands there with an equal name. */
    record Hit(PersonKey person, RegistryWord word) implements MarkAnswer {}

    /** The number does not stand there. */
    record Miss(PersonKey person, LocalDate snapshotOn) implements MarkAnswer {}

    /** A token as a key of maps. */
    record PersonKey(byte[] token) {

        @Override
        public boolean equals(Object other) {
            return other instanceof PersonKey key && Arrays.equals(token, key.token);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(token);
        }

        @Override
        public String toString() {
            return "PersonKey";
        }
    }
}
