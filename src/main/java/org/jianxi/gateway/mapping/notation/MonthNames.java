package org.jianxi.gateway.mapping.notation;

import java.util.Optional;
import org.jianxi.gateway.canonical.Period;

/**
 * Fills the month of the delivery into names that carry it: {@code {M}月}, {@code {yyyy}年{MM}月}. Names of sheets and columns
 * change every month in some sources.
 *
 * @param period of the delivery; where it is not known, names stay as they are and nothing is found by them
 */
public record MonthNames(Optional<Period> period) {

    static final MonthNames UNKNOWN = new MonthNames(Optional.empty());

    public String fill(String name) {
        return name.indexOf('{') < 0
                ? name
                : period.map(month -> name.replace("{yyyy}", "%04d".formatted(month.year()))
                                .replace("{MM}", "%02d".formatted(month.month().getMonthValue()))
                                .replace("{M}", Integer.toString(month.month().getMonthValue())))
                        .orElse(name);
    }
}
