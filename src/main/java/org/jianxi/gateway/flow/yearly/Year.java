package org.jianxi.gateway.flow.yearly;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Period;

/** The months of a calendar year; of a year that no programme lies in there are none. */
record Year(int number) {

    static final int DECEMBER = 12;

    private static final int FIRST = 2000;
    private static final int LAST = 2999;

    List<Period> months() {
        return number < FIRST || number > LAST
                ? List.of()
                : IntStream.rangeClosed(1, DECEMBER)
                        .mapToObj(month -> new Period(YearMonth.of(number, month)))
                        .toList();
    }
}
