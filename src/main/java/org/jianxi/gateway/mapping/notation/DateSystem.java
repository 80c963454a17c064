package org.jianxi.gateway.mapping.notation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * How a workbook counts days (ECMA-376 part 1, 18.17.4.1): 1 is 1 January 1900, with a 29 February 1900 that never was, or 0 is
 * 1 January 1904.
 */
public enum DateSystem {
    FROM_1900(LocalDate.of(1899, 12, 30)),
    FROM_1904(LocalDate.of(1904, 1, 1));

    private static final int LEAP_DAY_THAT_NEVER_WAS = 60;
    private static final int LAST_DAY = 2_958_465;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    private final LocalDate zero;

    DateSystem(LocalDate zero) {
        this.zero = zero;
    }

    /** The moment a serial number means, to the second; empty for what is no day: negative, the 29 February, beyond 9999. */
    public Optional<LocalDateTime> moment(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) >= 0) {
            return Optional.empty();
        }
        var day = serial.intValue();
        if (this == FROM_1900 && (day == LEAP_DAY_THAT_NEVER_WAS || day == 0)) {
            return Optional.empty();
        }
        var seconds = serial.subtract(BigDecimal.valueOf(day))
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        var shift = this == FROM_1900 && day < LEAP_DAY_THAT_NEVER_WAS ? 1 : 0;
        return Optional.of(zero.plusDays(day + (long) shift).atStartOfDay().plusSeconds(seconds));
    }
}
