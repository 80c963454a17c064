package org.jianxi.gateway.transport.fetch;

import java.time.Clock;
import java.util.Optional;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.pulling.TurnJournal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Notes how it stands with a source where the turns of the other sources are noted. */
public record JournalNotes(TurnJournal journal, Clock clock) implements Connections.Noting {

    private static final Logger LOG = LoggerFactory.getLogger(JournalNotes.class);

    /** Where the database is away, what is shown is only older. */
    @Override
    public void note(SourceId source, Optional<String> trouble) {
        try {
            trouble.ifPresentOrElse(
                    why -> journal.failed(source, clock.instant(), why, Optional.empty()),
                    () -> journal.ended(source, clock.instant(), Optional.empty()));
        } catch (DataAccessException away) {
            LOG.debug("The journal could not be written", away);
        }
    }
}
