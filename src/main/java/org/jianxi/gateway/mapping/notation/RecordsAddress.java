package org.jianxi.gateway.mapping.notation;

import java.util.List;

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

    /** Every element at this path. */
    record Elements(Address.XmlPath path) implements RecordsAddress {}
}
