package org.jianxi.gateway.suggest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** In which unit an amount of subsidy is stated, from what it would mean for one trainee. */
final class MoneyGuess {

    private static final BigDecimal MOST_TEN_THOUSANDS = BigDecimal.valueOf(3);
    private static final BigDecimal MOST_THOUSANDS = BigDecimal.valueOf(100);
    private static final BigDecimal MANY = BigDecimal.valueOf(100_000);

    private MoneyGuess() {}

    /** A year brings a trainee some hundred to some ten thousand yuan. */
    static String unit(Optional<BigDecimal> amount, Optional<BigDecimal> trainees) {
        if (amount.isEmpty() || amount.get().signum() == 0) {
            return "万元";
        }
        if (trainees.isEmpty() || trainees.get().signum() == 0) {
            return amount.get().compareTo(MANY) >= 0 ? "元" : "万元";
        }
        var each = amount.get().divide(trainees.get(), MathContext.DECIMAL64);
        return each.compareTo(MOST_TEN_THOUSANDS) < 0 ? "万元" : each.compareTo(MOST_THOUSANDS) < 0 ? "千元" : "元";
    }
}
