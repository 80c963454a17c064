package org.jianxi.gateway.mapping.notation;

import java.util.List;
import java.util.Optional;

/** Where the records of JSON or XML stand. */
public sealed interface RecordsAddress {

    /**
     * The items of an array, or the values of an object's members.
     *
     * @param steps from the root to the array or object, unescaped
     */
    record Items(List<String> steps, boolean members) implements RecordsAddress {
        public Items {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Every element at this path.
     *
     * @param removal what an element of the same parent is called that says which record is gone; empty where there are none
     */
    record Elements(Address.XmlPath path, Optional<String> removal) implements RecordsAddress {
        public Elements(Address.XmlPath path) {
            this(path, Optional.empty());
        }
    }
}
