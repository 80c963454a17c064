package org.jianxi.gateway.transport.fetch;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.pulling.TurnJournal;
import org.jianxi.gateway.transport.routes.RouteRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Notes, for whoever asks from outside, which sources' routes are stopping; what another start left noted is struck out. */
public final class StoppingNotes {

    private static final Logger LOG = LoggerFactory.getLogger(StoppingNotes.class);

    private final RouteRegistry routes;
    private final TurnJournal journal;
    private final Clock clock;
    private Optional<Set<SourceId>> noted = Optional.empty();

    public StoppingNotes(RouteRegistry routes, TurnJournal journal, Clock clock) {
        this.routes = routes;
        this.journal = journal;
        this.clock = clock;
    }

    /** Writes when something changed. Where the database is away, what is shown is only older. */
    public synchronized void write() {
        var now = routes.stopping();
        if (noted.filter(now::equals).isPresent()) {
            return;
        }
        try {
            journal.stopping(now, clock.instant());
            noted = Optional.of(now);
        } catch (DataAccessException away) {
            LOG.debug("The journal could not be written", away);
        }
    }
}
