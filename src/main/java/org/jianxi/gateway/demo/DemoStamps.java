package org.jianxi.gateway.demo;

import java.time.Duration;
import java.util.Optional;
import org.jianxi.gateway.ledger.Timestamp;

/** Waits a little for the timestamp on the month's last checkpoint, and says aloud whether it came. */
record DemoStamps(DemoStage stage, Teller say) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(200);

    void await() throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (newest().isEmpty() && System.nanoTime() < until) {
            Thread.sleep(LOOK);
        }
        newest().ifPresentOrElse(
                        stamp -> say.line(
                                "时间戳 checkpoint %d timestamped at %s by %s",
                                stamp.treeSize(), stamp.stampedAt(), stamp.authority()),
                        () -> say.line("检查点尚未加盖时间戳 the newest checkpoint is not yet timestamped"));
    }

    private Optional<Timestamp> newest() {
        var timestamps = stage.gateway().timestamps();
        return timestamps.awaited().isPresent() ? Optional.empty() : timestamps.latest();
    }
}
