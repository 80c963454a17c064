package org.jianxi.gateway.flow;

import java.util.List;
import org.jianxi.gateway.calendar.Deadlines;

/** One period as the office sees it: both deadlines and how each sender stands, in the notice's order. */
public record PeriodWindow(Deadlines deadlines, List<SenderStanding> standings) {

    public PeriodWindow {
        standings = List.copyOf(standings);
    }

    public long count(SenderStanding.State state) {
        return standings.stream().filter(one -> one.state() == state).count();
    }
}
