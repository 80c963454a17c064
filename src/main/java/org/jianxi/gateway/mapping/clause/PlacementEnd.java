package org.jianxi.gateway.mapping.clause;

import static org.jianxi.gateway.mapping.clause.PlacementTerm.ACTUAL_END;
import static org.jianxi.gateway.mapping.clause.PlacementTerm.PLANNED_END;
import static org.jianxi.gateway.mapping.clause.PlacementTerm.START;

import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;

/** How a placement ended: kind, day and outcome say one thing (填报说明2、4), because indicators 8, 9 and 12 follow from them. */
record PlacementEnd(CanonicalRecord placement) {

    private static final String KIND = "endKind";
    private static final String OUTCOME = "outcome";
    private static final String RETAINED = "RETAINED";

    Stream<Broken> judge() {
        var kind = placement.text(KIND).orElse("");
        return Stream.of(undated(kind), early(), kinds(kind)).flatMap(Optional::stream);
    }

    private Optional<Broken> undated(String kind) {
        return broken(
                !kind.isEmpty() && placement.find(ACTUAL_END).isEmpty(),
                KIND,
                "已填写，没有实际结束日期；请补填实际结束日期，未结束的不填结束方式",
                "is stated without an actual end: state the day, or leave the kind out while it lasts");
    }

    private Optional<Broken> early() {
        return broken(
                isBefore(ACTUAL_END, START),
                ACTUAL_END,
                "早于到岗日期；请核对两个日期",
                "is before the first day in post: check both days");
    }

    private Optional<Broken> kinds(String kind) {
        var outcome = placement.text(OUTCOME).orElse("");
        return switch (kind) {
            case "TERM_COMPLETED" ->
                broken(
                        isBefore(ACTUAL_END, PLANNED_END),
                        KIND,
                        "为期满，但实际结束日期早于计划期满日期；请填提前留用或非正常结束，或核对日期",
                        "says that the term was completed, but it ended before: retained early or ended abnormally, or a wrong day");
            case "EARLY_RETAINED" ->
                broken(
                                !outcome.isEmpty() && !outcome.equals(RETAINED),
                                OUTCOME,
                                "与结束方式“提前留用”不一致；去向应为留用",
                                "does not agree with an end by retention: it should be retained")
                        .or(() -> broken(
                                isBefore(PLANNED_END, ACTUAL_END),
                                KIND,
                                "为提前留用，但实际结束日期晚于计划期满日期；请核对",
                                "says retained before term, but it ended after the planned end: check"));
            case "ABNORMAL" ->
                broken(
                        outcome.equals(RETAINED),
                        OUTCOME,
                        "为留用，与非正常结束不一致；未期满留用的，结束方式填提前留用",
                        "is retained, which an abnormal end is not: who is retained before term ended by early retention");
            default -> Optional.empty();
        };
    }

    private boolean isBefore(String one, String other) {
        return placement
                .day(one)
                .filter(day -> placement.day(other).filter(day::isBefore).isPresent())
                .isPresent();
    }

    private static Optional<Broken> broken(boolean is, String field, String zh, String en) {
        return is ? Optional.of(Broken.of(ClauseRule.END, field, zh, en)) : Optional.empty();
    }
}
