package org.jianxi.gateway.ledger;

import static org.jianxi.gateway.ledger.Breach.Kind.TIMESTAMP_CHANGED;

import java.time.Duration;
import java.util.Optional;
import org.jianxi.gateway.signing.Stamp;
import org.jianxi.gateway.signing.TimestampVerifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kept timestamps against the checkpoints they are on and against their own tokens, every column of each. */
final class TimestampCheck {

    /** No answer was taken whose moment was further from ours; see {@link TimestampVerifier}. */
    private static final Duration APART = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    TimestampCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Breach> first() {
        var checkpoints = new Timestamps(jdbc);
        return jdbc.sql("""
                        select c.* from checkpoint c join checkpoint_timestamp t using (tree_size)
                        order by tree_size""").query(Checkpoints::read).list().stream()
                .map(checkpoint -> checkpoints.of(checkpoint.treeSize()).flatMap(kept -> check(checkpoint, kept)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Breach> check(Checkpoint checkpoint, Timestamp kept) {
        var verifier = TimestampVerifier.believing(kept.token());
        return switch (verifier.check(kept.token(), checkpoint.cms(), checkpoint.signedAt())) {
            case Stamp.Refused(var refusal) ->
                breach(kept, "token", refusal.expected(), refusal.reason().wireName() + ": " + refusal.actual());
            case Stamp.Genuine stamp ->
                different(kept, "stamped_at", stamp.at(), kept.stampedAt())
                        .or(() -> different(kept, "authority", stamp.authority(), kept.authority()))
                        .or(() -> late(kept));
        };
    }

    private static Optional<Breach> late(Timestamp kept) {
        var apart = Duration.between(kept.stampedAt(), kept.receivedAt()).abs();
        return apart.compareTo(APART) <= 0
                ? Optional.empty()
                : breach(kept, "received_at", kept.stampedAt() + " ± " + APART, kept.receivedAt());
    }

    private static Optional<Breach> different(Timestamp kept, String column, Object expected, Object actual) {
        return expected.equals(actual) ? Optional.empty() : breach(kept, column, expected, actual);
    }

    private static Optional<Breach> breach(Timestamp kept, String column, Object expected, Object actual) {
        return Optional.of(new Breach(
                "checkpoint_timestamp",
                "tree size " + kept.treeSize() + " " + column,
                TIMESTAMP_CHANGED,
                expected.toString(),
                actual.toString()));
    }
}
