package org.jianxi.gateway.transport;

import java.time.Clock;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.flow.Reception;
import org.jianxi.gateway.pulling.Taken;
import org.jianxi.gateway.pulling.TurnJournal;
import org.jianxi.gateway.pulling.TurnKeeper;
import org.jianxi.gateway.pulling.Turns;
import org.jianxi.gateway.transport.fetch.PullDesk;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every door that fetches stands on, over a real database. */
public record Pulling(JdbcClient rows, Clock clock, Turns turns, TurnJournal journal, TurnKeeper keeper)
        implements AutoCloseable {

    public static Pulling with(TestDatabase database, Clock clock) {
        var rows = JdbcClient.create(database.dataSource());
        var turns = new Turns(clock, day -> true);
        var journal = new TurnJournal(rows);
        return new Pulling(rows, clock, turns, journal, new TurnKeeper(turns, journal, clock));
    }

    public PullDesk desk(Reception reception) {
        return new PullDesk(reception, new Taken(rows), clock);
    }

    /** What the operator is told of the source's last turn; empty when it ended well. */
    public String failure(String source) {
        var entry = journal.all().get(new SourceId(source));
        return entry == null ? "never asked" : entry.failure().orElse("");
    }

    @Override
    public void close() {
        keeper.close();
    }
}
