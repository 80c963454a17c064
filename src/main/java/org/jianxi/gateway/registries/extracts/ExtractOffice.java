package org.jianxi.gateway.registries.extracts;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.snapshot.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What extracts are taken in with and answered from.
 *
 * @param folder where snapshots lie, a folder for each registry; all nodes of one database share it
 * @param tokens under the key of our own records; new ones at each call, since each is for one thread
 */
public record ExtractOffice(
        JdbcClient jdbc, TransactionOperations transaction, Path folder, Supplier<Tokens> tokens, Clock clock) {

    /** Rows without a number are counted and left. */
    public ExtractIntake intake() {
        return intake(RowReview.NONE);
    }

    /** @param review hears of rows without a number */
    public ExtractIntake intake(RowReview review) {
        return new ExtractIntake(this, ExtractLimits.USUAL, review);
    }

    /** The registry as a match run asks it: its last good extract. */
    public ExtractRegistry open(RegistryName registry) {
        return new ExtractRegistry(registry, rows(), files());
    }

    /** The last good extract, with its age, and what was refused since. */
    public ExtractStanding standing(RegistryName registry) {
        return new ExtractStanding(rows().last(registry), rows().refused(registry));
    }

    ExtractRows rows() {
        return new ExtractRows(jdbc, clock);
    }

    SnapshotFiles files() {
        return new SnapshotFiles(folder);
    }
}
