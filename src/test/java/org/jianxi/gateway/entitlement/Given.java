package org.jianxi.gateway.entitlement;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.forms.Datasets;
import org.jspecify.annotations.Nullable;

/** Placements and payments for tests, with what does not matter filled in. */
record Given(Placement placement) {

    static final DatedRules RULES = DatedRules.load(Path.of(""), Datasets.load(Path.of("")));

    static Given from(String start) {
        return new Given(new Placement(
                "L1",
                "U1",
                LocalDate.parse(start),
                new Placement.Ends(null, null, null, null),
                null,
                false,
                "placements.csv:2"));
    }

    Given id(String id) {
        return new Given(new Placement(
                id, placement.unit(), placement.startOn(), placement.ends(), null, false, "placements.csv:" + id));
    }

    Given agreedTo(String day) {
        return ends(
                LocalDate.parse(day),
                placement.ends().actualOn(),
                placement.ends().kind(),
                null);
    }

    Given completed(String day, String outcome) {
        return ends(LocalDate.parse(day), LocalDate.parse(day), "TERM_COMPLETED", outcome);
    }

    Given retainedEarly(String day) {
        return ends(placement.ends().plannedOn(), LocalDate.parse(day), "EARLY_RETAINED", "RETAINED");
    }

    Given leftOn(String day) {
        return ends(placement.ends().plannedOn(), LocalDate.parse(day), "ABNORMAL", null);
    }

    private Given ends(
            @Nullable LocalDate planned, @Nullable LocalDate actual, @Nullable String kind, @Nullable String outcome) {
        return new Given(new Placement(
                placement.id(),
                placement.unit(),
                placement.startOn(),
                new Placement.Ends(planned, actual, kind, outcome),
                placement.contractFrom(),
                false,
                placement.place()));
    }

    Given cancelled() {
        return new Given(new Placement(
                placement.id(),
                placement.unit(),
                placement.startOn(),
                placement.ends(),
                null,
                true,
                placement.place()));
    }

    /** Paid for months of {@code L1}, at a rate in yuan. */
    static Payment paid(SubsidyKind kind, String from, String to, long rate, String paidOn) {
        var first = Period.of(from);
        var last = Period.of(to);
        var months = first.month().until(last.month(), java.time.temporal.ChronoUnit.MONTHS) + 1;
        return new Payment(
                "L1",
                kind,
                new Payment.Claim(first, last, months * 100, rate * 100),
                months * rate * 100,
                new Payment.Course(LocalDate.parse(paidOn), LocalDate.parse(paidOn), "PAID"),
                "payments.csv:" + from);
    }

    Payment of(Payment payment, String status) {
        return new Payment(
                placement.id(),
                payment.kind(),
                payment.claim(),
                payment.fen(),
                new Payment.Course(
                        payment.course().appliedOn(), payment.course().paidOn(), status),
                payment.place());
    }

    static Optional<SubsidyRules> rules(String month) {
        return RULES.in(Period.of(month));
    }
}
