package org.jianxi.gateway.flow;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jianxi.gateway.filing.Incidents;
import org.jianxi.gateway.filing.Incidents.Incident;
import org.jianxi.gateway.ledger.Checkpoint;
import org.jianxi.gateway.ledger.Timestamp;
import org.jianxi.gateway.ledger.Timestamps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets the newest checkpoint timestamped, beside everything else: nobody waits for the authority, and nothing is refused for want
 * of it.
 */
public final class CheckpointStamping {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointStamping.class);

    /** What stands where no try has failed since the last that worked. */
    private static final String NOTHING = "";

    private final Timestamps timestamps;
    private final TimestampChannel authority;
    private final TimestampPace pace;
    private final Incidents incidents;
    private final Context context;
    private final AtomicReference<String> problem = new AtomicReference<>(NOTHING);

    CheckpointStamping(
            Timestamps timestamps,
            TimestampChannel authority,
            TimestampPace pace,
            Incidents incidents,
            Context context) {
        this.timestamps = timestamps;
        this.authority = authority;
        this.pace = pace;
        this.incidents = incidents;
        this.context = context;
    }

    /** The two things from outside that are not the authority. */
    record Context(Clock clock, SecureRandom random) {}

    /** Asks for one timestamp where one is wanting and it is time; whether there is a new one now. */
    public boolean stampNewest() {
        return pace.isDue() && timestamps.awaited().filter(this::isStamped).isPresent();
    }

    /** What stood in the way of the last try; empty after one that worked. */
    public String problem() {
        return problem.get();
    }

    private boolean isStamped(Checkpoint checkpoint) {
        return switch (authority.stamp(checkpoint.cms(), context.random())) {
            case TimestampAnswer.Stamped stamped -> keep(checkpoint, stamped);
            case TimestampAnswer.Refused refused -> refused(checkpoint, refused);
            case TimestampAnswer.Unclear unclear -> unclear(checkpoint, unclear);
        };
    }

    private boolean keep(Checkpoint checkpoint, TimestampAnswer.Stamped stamped) {
        var stamp = stamped.stamp();
        timestamps.add(new Timestamp(checkpoint.treeSize(), stamp.authority(), stamp.token(), stamp.at(), now()));
        pace.succeeded();
        problem.set(NOTHING);
        LOG.info("checkpoint {} timestamped at {} by {}", checkpoint.treeSize(), stamp.at(), stamp.authority());
        return true;
    }

    /** An answer that does not count is a matter for a person: the authority is not the one configured, or is not right. */
    private boolean refused(Checkpoint checkpoint, TimestampAnswer.Refused refused) {
        var refusal = refused.refusal();
        var said = refusal.reason().wireName() + ": " + refusal.message().en();
        pace.failed(Optional.empty());
        problem.set(said);
        LOG.warn("checkpoint {} not timestamped, {}", checkpoint.treeSize(), said);
        // Without the values found: the same fault again is one incident, counted.
        var incident =
                new Incident("timestamp-refused", "authority", refusal.reason().wireName(), now());
        incidents.report(incident, refused.answer());
        return false;
    }

    private boolean unclear(Checkpoint checkpoint, TimestampAnswer.Unclear unclear) {
        pace.failed(unclear.retryAfter());
        problem.set(unclear.why());
        LOG.warn("checkpoint {} not timestamped yet: {}", checkpoint.treeSize(), unclear.why());
        return false;
    }

    private Instant now() {
        return context.clock().instant();
    }
}
