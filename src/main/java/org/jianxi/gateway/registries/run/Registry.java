package org.jianxi.gateway.registries.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jianxi.gateway.records.PersonOfRecord;

/** A registry as the match run sees it, whatever way it answers. For one run at a time. */
public interface Registry {

    RegistryName name();

    /** What it answers from now. It must not change between two batches of one run unseen: the run asks again before each. */
    SnapshotLabel standing() throws RegistryUnavailable;

    /**
     * Asks for these people, in the order of their tokens, and gives one answer for each. Whoever got none before it ends, by whatever
     * end, is asked for again.
     */
    void ask(List<Person> people, AnswerSink answers) throws RegistryUnavailable;

    /**
     * Whom it may answer otherwise than from that snapshot; empty where it cannot tell, and everybody counts as changed.
     *
     * @param snapshot id of an earlier {@link #standing()}
     */
    default Optional<Predicate<PersonOfRecord>> changedSince(String snapshot) throws RegistryUnavailable {
        return Optional.empty();
    }

    /** How many people it is asked for at once; after each batch the answers are in the database. */
    default int batch() {
        return 1_000;
    }
}
