package org.jianxi.gateway.registries.extracts;

import java.util.HashSet;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;

/** The different words that the entries of one snapshot say. Too many of them, or too long ones, are no words of a registry. */
final class EntryWords {

    private final Set<String> words = new HashSet<>();

    /** What they are words of. */
    enum Kind {
        CATEGORIES(5_000),
        /** From and to; near what a snapshot can number. */
        INSURED_DAYS(60_000);

        private final int most;

        Kind(int most) {
            this.most = most;
        }

        RefusedExtract refused(Place at) {
            return new RefusedExtract(ExtractRule.COLUMN, at, why());
        }

        private Bilingual why() {
            return switch (this) {
                case CATEGORIES ->
                    new Bilingual(
                            "类别列不像类别：超过%d种，或太长".formatted(most),
                            "the column of categories holds none: more than %d, or too long".formatted(most));
                case INSURED_DAYS ->
                    new Bilingual(
                            "参保起止日期的不同组合超过%d种；请只提供见习年龄段人员，或以月初、月末为起止".formatted(most),
                            "more than %d different pairs of days; leave out who is too old to be a trainee, or give first and last days of months"
                                    .formatted(most));
            };
        }
    }

    void take(String word, Kind kind, Place at) throws RefusedExtract {
        if (words.add(word) && words.size() > kind.most) {
            throw kind.refused(at);
        }
    }
}
