package org.jianxi.gateway.flow.derived;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.FileProblem;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what follows from records before somebody asks: of the month that runs and of the one before, as soon as something new counts and
 * deliveries pause. What was counted is kept by {@code DerivedFigures}; here it is only asked for.
 */
public final class ReadyFigures {

    private final DerivedDesk desk;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;
    private final Lull lull = new Lull();

    /** @param zone of the office's calendar day */
    ReadyFigures(DerivedDesk desk, JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    public void look() {
        var newest = jdbc.sql("select coalesce(max(batch), 0) from fact_batch")
                .query(Integer.class)
                .single();
        if (lull.at(newest)) {
            count();
        }
    }

    private void count() {
        var running = new Period(YearMonth.now(clock.withZone(zone)));
        try {
            desk.of(running, Optional.empty());
            desk.of(running.previous(), Optional.empty());
        } catch (FileProblem told) {
            // whoever asks for the figures hears of the file
        }
    }
}
