package org.jianxi.gateway.registries.run;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jianxi.gateway.records.PersonOfRecord;

/**
 * Who is to be asked for, and why: whoever has no answer, whom the registry may answer otherwise now, and whose answer is soon too old
 * to rely on. Nobody who has an answer from the snapshot that stands.
 */
public final class Due {

    /** So long before an answer is too old it is asked for again, or half of its time where that is shorter. */
    private static final int AHEAD_DAYS = 31;

    private final SnapshotLabel standing;
    private final LocalDate oldest;
    private final Map<String, Predicate<PersonOfRecord>> changed;

    private Due(SnapshotLabel standing, LocalDate oldest, Map<String, Predicate<PersonOfRecord>> changed) {
        this.standing = standing;
        this.oldest = oldest;
        this.changed = changed;
    }

    /** Why somebody is to be asked for. */
    public enum Why {
        /** No usable answer, or a name or number that nobody was asked for under. */
        NEW,
        /** The registry may say something else than it did. */
        CHANGED,
        /** What it said may soon not be relied on any more. */
        OLD
    }

    /**
     * @param snapshots from which anybody has an answer
     * @param today by the office's time
     */
    public static Due of(
            Registry registry,
            SnapshotLabel standing,
            RegistrySettings settings,
            Collection<String> snapshots,
            LocalDate today)
            throws RegistryUnavailable {
        var changed = new HashMap<String, Predicate<PersonOfRecord>>();
        for (var snapshot : snapshots) {
            if (!snapshot.equals(standing.id())) {
                changed.put(snapshot, registry.changedSince(snapshot).orElse(person -> true));
            }
        }
        var days = settings.validity().getDays();
        var oldest = today.minusDays(days - Math.min(AHEAD_DAYS, days / 2));
        return new Due(standing, oldest, changed);
    }

    /** Empty for whoever is not asked for. */
    public Optional<Why> why(PersonOfRecord person, Optional<LastAnswer> last) {
        if (last.isEmpty()) {
            return Optional.of(Why.NEW);
        }
        var answer = last.get();
        if (answer.snapshot().equals(standing.id())) {
            return Optional.empty();
        }
        if (changed.getOrDefault(answer.snapshot(), anybody -> true).test(person)) {
            return Optional.of(Why.CHANGED);
        }
        return answer.day().isBefore(oldest) ? Optional.of(Why.OLD) : Optional.empty();
    }
}
