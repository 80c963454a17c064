package org.jianxi.gateway.mapping.clause;

import java.time.YearMonth;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;

/**
 * A payment against its placement (云人社发〔2023〕18号 三): the base for months in post, the difference once it has ended, since it follows
 * from the unit's rate and not from the one trainee, the rest of the term for who was retained before it ended.
 */
record PaidPlacement(CanonicalRecord payment, KnownRecord placement) {

    private static final String FROM = "periodFrom";
    private static final String TO = "periodTo";
    private static final String KIND = "kind";
    private static final String END_KIND = "endKind";

    Optional<Broken> judge() {
        return switch (payment.text(KIND).orElse("")) {
            case "MONTHLY" -> outside();
            case "DIFFERENCE" ->
                placement.text(END_KIND).isPresent() ? Optional.empty() : unfit("该人员见习尚未结束", "is still in post");
            case "REMAINDER" ->
                placement.text(END_KIND).filter("EARLY_RETAINED"::equals).isPresent()
                        ? Optional.empty()
                        : unfit("该人员不是提前留用", "was not retained before term");
            default -> Optional.empty();
        };
    }

    private Optional<Broken> outside() {
        var starts = placement.day(PlacementTerm.START).map(YearMonth::from);
        var ends = placement
                .day(PlacementTerm.ACTUAL_END)
                .or(() -> placement.day(PlacementTerm.PLANNED_END))
                .map(YearMonth::from);
        if (month(FROM).flatMap(from -> starts.filter(from::isBefore)).isPresent()) {
            return Optional.of(broken(FROM, "早于见习到岗月份；请核对", "is before the month in which the placement began: check"));
        }
        return month(TO)
                .flatMap(to -> ends.filter(to::isAfter))
                .map(late -> broken(TO, "晚于见习结束月份；请核对", "is after the month in which the placement ends: check"));
    }

    private static Optional<Broken> unfit(String zh, String en) {
        return Optional.of(
                broken(KIND, "与见习记录不符：" + zh + "；请核对", "does not fit the placement, whose trainee " + en + ": check"));
    }

    private Optional<YearMonth> month(String field) {
        return payment.find(field)
                .flatMap(value -> value instanceof FieldValue.Month month
                        ? Optional.of(month.month().month())
                        : Optional.empty());
    }

    private static Broken broken(String field, String zh, String en) {
        return Broken.of(ClauseRule.SUBSIDISED, field, zh, en);
    }
}
