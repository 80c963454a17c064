package org.jianxi.gateway.entitlement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Period;
import org.jspecify.annotations.Nullable;

/**
 * One subsidy payment or claim, as far as the money looks at it.
 *
 * @param placementId may be about a person and is never told
 * @param fen its amount
 * @param place where the record stands, such as {@code payments.csv:7}
 */
public record Payment(String placementId, SubsidyKind kind, Claim claim, long fen, Course course, String place) {

    /** A slip of the pen in a year makes no endless list. */
    private static final int MOST_MONTHS = 120;

    private static final Set<String> NO_CLAIM = Set.of("REJECTED", "RETURNED", "RECOVERED");

    /**
     * @param from first month it is for
     * @param to last month it is for
     * @param hundredths months claimed, times a hundred
     * @param rate fen for one trainee and month
     */
    public record Claim(
            @Nullable Period from,
            @Nullable Period to,
            @Nullable Long hundredths,
            @Nullable Long rate) {}

    /** @param status the dictionary's code */
    public record Course(
            @Nullable LocalDate appliedOn, @Nullable LocalDate paidOn, String status) {}

    /** It asks for money, or got it, and was not sent back. */
    boolean isClaimed(LocalDate by) {
        return !NO_CLAIM.contains(course.status())
                && (course.appliedOn() == null || !course.appliedOn().isAfter(by));
    }

    /** What it adds to what was paid by a day: nothing, its amount, or its amount taken off where it was recovered. */
    long paid(LocalDate by) {
        if (course.paidOn() == null || course.paidOn().isAfter(by)) {
            return 0;
        }
        return switch (course.status()) {
            case "PAID" -> fen;
            case "RECOVERED" -> -fen;
            default -> 0;
        };
    }

    Optional<LocalDate> paidOn(LocalDate by) {
        return paid(by) > 0 ? Optional.ofNullable(course.paidOn()) : Optional.empty();
    }

    /** The months it is for, ascending; of a record that does not say the one it was paid or applied for in. */
    List<Period> months() {
        if (claim.from() != null) {
            var last = claim.to() == null || claim.to().compareTo(claim.from()) < 0 ? claim.from() : claim.to();
            return Stream.iterate(claim.from(), month -> month.compareTo(last) <= 0, Period::next)
                    .limit(MOST_MONTHS)
                    .toList();
        }
        return Stream.of(Optional.ofNullable(course.paidOn()), Optional.ofNullable(course.appliedOn()))
                .flatMap(Optional::stream)
                .limit(1)
                .map(Payment::monthOf)
                .toList();
    }

    static Period monthOf(LocalDate day) {
        return new Period(YearMonth.from(day));
    }

    /** Months claimed, times a hundred; of a record that does not say those of its period. */
    long hundredths() {
        return claim.hundredths() == null ? 100L * months().size() : claim.hundredths();
    }
}
