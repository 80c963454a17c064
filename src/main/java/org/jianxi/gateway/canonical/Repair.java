package org.jianxi.gateway.canonical;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One smallest change that would satisfy a rule, the other figures left as they are. A suggestion, never applied by us.
 *
 * @param change for each indicator the bound its figure must come within, in the form's own unit
 */
public record Repair(SortedMap<Integer, Bound> change) {

    public Repair {
        change = Collections.unmodifiableSortedMap(new TreeMap<>(change));
    }

    /** At least, at most or exactly {@code value}; written as the form prints the figure. */
    public record Bound(Kind kind, String value) {}

    /** The member name of a bound on the wire. */
    public enum Kind {
        MIN("min"),
        MAX("max"),
        EXACTLY("value");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
