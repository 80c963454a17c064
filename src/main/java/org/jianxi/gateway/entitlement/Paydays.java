package org.jianxi.gateway.entitlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** On which days money of one kind was paid for a placement: the first, the last, and for how many months. */
final class Paydays {

    private @Nullable LocalDate first;
    private @Nullable LocalDate last;
    private long hundredths;

    void add(LocalDate day, long months) {
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
        hundredths += months;
    }

    /** All of it on one day, after {@code end}, for two months or more. */
    boolean isAllAtOnceAfter(LocalDate end) {
        return first != null && first.equals(last) && first.isAfter(end) && hundredths >= 200;
    }

    boolean areSeveral() {
        return first != null && !first.equals(last);
    }

    /** Times a hundred. */
    long hundredths() {
        return hundredths;
    }
}
