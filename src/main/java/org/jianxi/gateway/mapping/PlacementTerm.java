package org.jianxi.gateway.mapping;

import java.time.LocalDate;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;

/**
 * An internship lasts 3 to 12 months (人社部发〔2023〕27号 三(三)). Whether the day of the planned end counts is said in two ways; both
 * are taken.
 */
record PlacementTerm(LocalDate startOn, LocalDate plannedEndOn) {

    static final String START = "startOn";
    static final String PLANNED_END = "plannedEndOn";

    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;

    /** Empty for records that do not say both days. */
    static Optional<PlacementTerm> of(CanonicalRecord content) {
        return day(content, START)
                .flatMap(start -> day(content, PLANNED_END).map(end -> new PlacementTerm(start, end)));
    }

    private static Optional<LocalDate> day(CanonicalRecord content, String field) {
        return content.find(field)
                .filter(FieldValue.Day.class::isInstance)
                .map(value -> ((FieldValue.Day) value).date());
    }

    /** Why it is none; empty when it keeps the clause. Names no day: they are a person's. */
    Optional<Bilingual> wrong() {
        if (plannedEndOn.plusDays(1).isBefore(startOn.plusMonths(SHORTEST))) {
            return Optional.of(new Bilingual("距到岗日期不足3个月", "is less than 3 months after the first day"));
        }
        return plannedEndOn.isAfter(startOn.plusMonths(LONGEST))
                ? Optional.of(new Bilingual("距到岗日期超过12个月", "is more than 12 months after the first day"))
                : Optional.empty();
    }
}
