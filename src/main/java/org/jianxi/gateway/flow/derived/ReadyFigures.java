package org.jianxi.gateway.flow.derived;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.FileProblem;

/**
 * Counts what follows from records before somebody asks: of the month that runs and of the one before, as soon as something new counts. What
 * was counted is kept by {@code DerivedFigures}; here it is only asked for.
 *
 * @param zone of the office's calendar day
 */
public record ReadyFigures(DerivedDesk desk, Clock clock, ZoneId zone) {

    public void look() {
        var running = new Period(YearMonth.now(clock.withZone(zone)));
        try {
            desk.of(running, Optional.empty());
            desk.of(running.previous(), Optional.empty());
        } catch (FileProblem told) {
            // whoever asks for the figures hears of the file
        }
    }
}
