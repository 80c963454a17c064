package org.jianxi.gateway.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.mapping.RecordSink;
import org.jianxi.gateway.mapping.clause.KnownTrainees;
import org.jianxi.gateway.mapping.clause.TraineeFacts;

/** The trainees of a file, held for the placements that name them. What is wrong with the file is for its own check. */
final class ToldTrainees implements RecordSink, KnownTrainees {

    private final Map<String, TraineeFacts> people = new HashMap<>();

    /** A source without ids of its own names its trainees by the identity number. One without a category tells nothing. */
    @Override
    public void record(CanonicalRecord trainee) {
        var facts = TraineeFacts.of(trainee);
        if (facts.category().isEmpty()) {
            return;
        }
        trainee.text("traineeId").ifPresent(id -> people.put(id, facts));
        trainee.text("idNumber").ifPresent(number -> people.put(number, facts));
    }

    @Override
    public void finding(Finding finding) {}

    @Override
    public Optional<TraineeFacts> find(String traineeId) {
        return Optional.ofNullable(people.get(traineeId));
    }

    boolean isEmpty() {
        return people.isEmpty();
    }
}
