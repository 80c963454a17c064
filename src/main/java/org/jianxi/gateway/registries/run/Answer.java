package org.jianxi.gateway.registries.run;

import java.util.Optional;
import org.jianxi.gateway.records.PersonOfRecord;
import org.jianxi.gateway.registries.marks.Hardship;
import org.jianxi.gateway.registries.matching.MatchResult;

/**
 * What a registry says of one person.
 *
 * @param said category, relation in the household, disability; there where the number stands in a registry of hardship
 * @param insured there where the number stands in a registry of the insured
 */
public record Answer(
        PersonOfRecord person, MatchResult result, Optional<Hardship> said, Optional<InsuredDays> insured) {

    /** Of a registry of hardship. */
    public Answer(PersonOfRecord person, MatchResult result, Optional<Hardship> said) {
        this(person, result, said, Optional.empty());
    }

    /** For everything but a hit. */
    public static Answer bare(PersonOfRecord person, MatchResult result) {
        return new Answer(person, result, Optional.empty());
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Answer";
    }
}
