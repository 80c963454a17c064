package org.jianxi.gateway.registries.extracts;

import java.io.IOException;
import java.util.List;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.SnapshotLabel;
import org.jianxi.gateway.registries.snapshot.Snapshot;

/** What is done about rows of an extract that have no number, within the transaction that takes it in: both stand or neither. */
@FunctionalInterface
public interface RowReview {

    RowReview NONE = taken -> {};

    void look(Taken taken) throws IOException;

    /**
     * An extract that was judged good.
     *
     * @param of what it became
     * @param numbers who stands there with a number, by token; open while it is looked at
     * @param entries how many these are
     * @param rows who stands there without one
     * @param left how many of these found no room
     */
    record Taken(
            RegistryName registry,
            SnapshotLabel of,
            Snapshot numbers,
            long entries,
            List<NumberlessRow> rows,
            long left) {
        public Taken {
            rows = List.copyOf(rows);
        }
    }
}
