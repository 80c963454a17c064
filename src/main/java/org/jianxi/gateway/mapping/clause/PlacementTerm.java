package org.jianxi.gateway.mapping.clause;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;

/**
 * An internship lasts 3 to 12 months (人社部发〔2023〕27号 三(三)). Whether the day of the end counts is said in two ways; both
 * are taken. It may end earlier than planned, never later than after 12 months.
 */
record PlacementTerm(LocalDate startOn, LocalDate endOn) {

    static final String START = "startOn";
    static final String PLANNED_END = "plannedEndOn";
    static final String ACTUAL_END = "actualEndOn";

    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;

    static Stream<Broken> judge(CanonicalRecord placement) {
        var planned = until(placement, PLANNED_END);
        var broken = planned.filter(PlacementTerm::isShort)
                .map(term -> broken(PLANNED_END, "距到岗日期不足3个月", "is less than 3 months after the first day"))
                .or(() -> planned.flatMap(term -> term.tooLong(PLANNED_END)));
        return broken.isPresent()
                ? broken.stream()
                : until(placement, ACTUAL_END).flatMap(term -> term.tooLong(ACTUAL_END)).stream();
    }

    private static Optional<PlacementTerm> until(CanonicalRecord placement, String end) {
        return placement.day(START).flatMap(start -> placement.day(end).map(last -> new PlacementTerm(start, last)));
    }

    private boolean isShort() {
        return endOn.plusDays(1).isBefore(startOn.plusMonths(SHORTEST));
    }

    private Optional<Broken> tooLong(String field) {
        return endOn.isAfter(startOn.plusMonths(LONGEST))
                ? Optional.of(broken(field, "距到岗日期超过12个月", "is more than 12 months after the first day"))
                : Optional.empty();
    }

    private static Broken broken(String field, String zh, String en) {
        return Broken.of(ClauseRule.TERM, field, zh, en);
    }
}
