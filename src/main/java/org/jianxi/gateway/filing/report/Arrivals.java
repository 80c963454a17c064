package org.jianxi.gateway.filing.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.filing.LateExceptions.LateException;

/**
 * When the returns of one month came.
 *
 * @param day the last day on which they are in time [云人社发〔2023〕18号 四]
 * @param provisional that year's schedule of working days is not published
 * @param over whether that day is over; before it nothing is a gap
 * @param units in the notice's order
 */
public record Arrivals(Period period, LocalDate day, boolean provisional, boolean over, List<Arrival> units) {

    public Arrivals {
        units = List.copyOf(units);
    }

    /**
     * @param at when the first return that was accepted arrived
     * @param late as judged then
     * @param excuse what the office recorded of its lateness, which it does not undo
     */
    public record Arrival(ReportingUnit unit, Optional<Instant> at, boolean late, Optional<Excuse> excuse) {}

    public record Excuse(LateException exception, Bilingual reason) {}

    /** How one return stands towards its deadline. The wire names are the interface's. */
    public enum Standing {
        IN_TIME("in-time"),
        LATE("late"),
        GAP("gap"),
        NOT_DUE("not-due");

        private final String wireName;

        Standing(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    public Standing standing(Arrival one) {
        if (one.at().isPresent()) {
            return one.late() ? Standing.LATE : Standing.IN_TIME;
        }
        return over ? Standing.GAP : Standing.NOT_DUE;
    }
}
