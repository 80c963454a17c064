package org.jianxi.gateway.derivation;

import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.recordfiles.Facts;

/** How one figure of the return comes about. */
public sealed interface Definition {

    /** The number printed on the form. */
    int indicator();

    /** It follows from no record. */
    record Reported(int indicator, Bilingual why) implements Definition {}

    /**
     * @param added the field that is added up; empty where records are counted
     * @param less records that are taken off again
     */
    record FromRecords(int indicator, String dataset, Optional<String> added, Condition when, Optional<Condition> less)
            implements Definition {

        /** What this record adds to the figure: nothing, one, its amount, or its amount taken off. */
        long of(Facts facts, Period month) {
            if (when.holds(facts, month)) {
                return amount(facts);
            }
            return less.filter(taken -> taken.holds(facts, month)).isPresent() ? -amount(facts) : 0;
        }

        boolean counts(Facts facts, Period month) {
            return when.holds(facts, month)
                    || less.filter(taken -> taken.holds(facts, month)).isPresent();
        }

        private long amount(Facts facts) {
            if (added.isEmpty()) {
                return 1;
            }
            var amount = facts.amount(added.get());
            return amount == null ? 0 : amount;
        }

        /** Every field it looks at. */
        public Stream<Condition.Looked> looks() {
            return Stream.of(
                            when.looks(dataset),
                            less.stream().flatMap(taken -> taken.looks(dataset)),
                            added.stream().map(field -> new Condition.Looked(dataset, field, true)))
                    .flatMap(all -> all);
        }
    }
}
