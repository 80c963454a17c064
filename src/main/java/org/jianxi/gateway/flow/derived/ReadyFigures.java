package org.jianxi.gateway.flow.derived;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.FileProblem;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what follows from records before somebody asks: of the month that runs, the one before, and those that the newest deliveries speak
 * of, as soon as something new counts and deliveries pause. What was counted is kept by {@code DerivedFigures}; here it is only asked for.
 */
public final class ReadyFigures {

    private static final int MOST_MONTHS = 3;

    private final Consumer<Period> asking;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;
    private final Lull lull = new Lull();
    private int counted;

    /**
     * @param asking for a month's figures
     * @param zone of the office's calendar day
     */
    ReadyFigures(Consumer<Period> asking, JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.asking = asking;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    public void look() {
        var newest = jdbc.sql("select coalesce(max(batch), 0) from fact_batch")
                .query(Integer.class)
                .single();
        if (lull.at(newest)) {
            months().forEach(this::count);
            counted = newest;
        }
    }

    private Stream<Period> months() {
        var running = new Period(YearMonth.now(clock.withZone(zone)));
        var delivered = jdbc.sql(
                        "select period from fact_batch where batch > :counted group by period order by max(batch) desc limit :most")
                .param("counted", counted)
                .param("most", MOST_MONTHS)
                .query((row, at) -> Period.of(row.getString(1)))
                .list();
        return Stream.concat(Stream.of(running, running.previous()), delivered.stream())
                .distinct();
    }

    private void count(Period month) {
        try {
            asking.accept(month);
        } catch (FileProblem told) {
            // whoever asks for the figures hears of the file
        }
    }
}
