package org.jianxi.gateway.canonical;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which lock a delivery met, by name, with the facts that decide it. Nothing is ever only "locked".
 *
 * @param facts by name: moments and dates in ISO form, codes, message ids; never a figure and never a person
 */
public record Lock(Kind kind, SortedMap<String, String> facts) {

    public Lock {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public static Lock of(Kind kind, Map<String, String> facts) {
        return new Lock(kind, new TreeMap<>(facts));
    }

    /** The wire names are contract. */
    public enum Kind {
        DEADLINE("deadline"),
        FILED("filed"),
        APPROVED("approved"),
        AREA("area"),
        PERIOD("period"),
        EDITION("edition"),
        VERSION("version"),
        SOURCE("source"),
        ACCESS("access"),
        IDEMPOTENCY_KEY("idempotency-key");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
