package org.jianxi.gateway.entitlement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Period;

/** What one placement comes to, and what was claimed and paid for it. */
final class PlacementAccount {

    private static final int MOST_NAMED = 40;

    private final Placement placement;
    private final PlacementMonths months;
    private final UnitAccount unit;
    private final Map<Period, Long> paidFor = new TreeMap<>();
    private final List<String> payments = new ArrayList<>();
    private final Paydays monthlyPaydays = new Paydays();
    private final Paydays differencePaydays = new Paydays();
    private Optional<Period> due = Optional.empty();
    private Amounts paid = Amounts.NONE;
    private long monthlyClaimed;
    private long remainderClaimed;

    PlacementAccount(Placement placement, PlacementMonths months, UnitAccount unit) {
        this.placement = placement;
        this.months = months;
        this.unit = unit;
    }

    Placement placement() {
        return placement;
    }

    PlacementMonths months() {
        return months;
    }

    UnitAccount unit() {
        return unit;
    }

    /** The month the retention difference became due in; empty where it has not. */
    Optional<Period> due() {
        return due;
    }

    void dueIn(Period month) {
        this.due = Optional.of(month);
    }

    /** Where the money of a payment belongs: a difference where it became due, all else in the months it is for. */
    List<Period> belongsTo(Payment payment) {
        if (payment.kind() != SubsidyKind.DIFFERENCE) {
            return payment.months();
        }
        return due.or(() -> placement.attendedTo().map(Payment::monthOf))
                .map(List::of)
                .orElseGet(payment::months);
    }

    void name(Payment payment) {
        if (payments.size() < MOST_NAMED) {
            payments.add(payment.place());
        }
    }

    /** @param judged whether rules speak of what it is and of all its months */
    void paid(Payment payment, List<Period> forMonths, boolean judged, long fen) {
        if (judged) {
            paid = paid.plus(Amounts.of(payment.kind(), fen));
            Split.over(forMonths, fen, (month, part) -> paidFor.merge(month, part, Long::sum));
        }
        var day = payment.course().paidOn();
        if (fen > 0 && day != null) {
            switch (payment.kind()) {
                case MONTHLY -> monthlyPaydays.add(day, payment.hundredths());
                case DIFFERENCE -> differencePaydays.add(day, payment.hundredths());
                case REMAINDER, OUTSIDE -> {}
            }
        }
    }

    void claimed(Payment payment) {
        switch (payment.kind()) {
            case MONTHLY -> monthlyClaimed += payment.hundredths();
            case REMAINDER -> remainderClaimed += payment.hundredths();
            case DIFFERENCE, OUTSIDE -> {}
        }
    }

    Amounts paid() {
        return paid;
    }

    /** Times a hundred. */
    long monthlyClaimed() {
        return monthlyClaimed;
    }

    long remainderClaimed() {
        return remainderClaimed;
    }

    Paydays monthlyPaydays() {
        return monthlyPaydays;
    }

    Paydays differencePaydays() {
        return differencePaydays;
    }

    /** Fen that rules can judge, by the month it belongs to. */
    Map<Period, Long> paidFor() {
        return Collections.unmodifiableMap(paidFor);
    }

    /** What is due in each month up to one: the base, what remains of the term, and the difference where it became due. */
    Map<Period, Long> entitledIn(Period through) {
        var entitled = new TreeMap<Period, Long>();
        months.all().stream()
                .filter(one -> one.fen() > 0 && one.month().compareTo(through) <= 0)
                .forEach(one -> entitled.merge(one.month(), one.fen(), Long::sum));
        due.ifPresent(month -> entitled.merge(month, months.difference(), Long::sum));
        return entitled;
    }

    /** The placement's record, then those of its payments. */
    List<String> records() {
        var all = new ArrayList<String>();
        all.add(placement.place());
        all.addAll(payments);
        return all;
    }
}
