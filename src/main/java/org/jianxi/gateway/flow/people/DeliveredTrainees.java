package org.jianxi.gateway.flow.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.mapping.clause.KnownRecord;
import org.jianxi.gateway.mapping.clause.KnownTrainees;
import org.jianxi.gateway.mapping.clause.TraineeFacts;
import org.jianxi.gateway.records.RecordLookup;
import tools.jackson.databind.JsonNode;

/** What a sender has delivered before, whatever the month: trainees, and what else its records name. */
public record DeliveredTrainees(RecordLookup records) implements KnownTrainees {

    @Override
    public Optional<TraineeFacts> find(String traineeId) {
        return records.find("trainees", List.of(traineeId)).map(DeliveredTrainees::facts);
    }

    @Override
    public boolean knows(String dataset) {
        return records.knows(dataset);
    }

    @Override
    public long standing(String dataset) {
        return records.standingOf(dataset);
    }

    @Override
    public Optional<KnownRecord> record(String dataset, String id) {
        return records.find(dataset, List.of(id))
                .map(tree -> field -> Optional.of(tree.path(field).asString("")).filter(text -> !text.isEmpty()));
    }

    private static TraineeFacts facts(JsonNode trainee) {
        return TraineeFacts.told(
                trainee.path("category").asString(""),
                CitizenId.find(trainee.path("idNumber").asString("")),
                day(trainee, "birthDate"),
                day(trainee, "graduatedOn"));
    }

    private static Optional<LocalDate> day(JsonNode trainee, String field) {
        return Optional.of(trainee.path(field).asString(""))
                .filter(text -> !text.isEmpty())
                .map(LocalDate::parse);
    }
}
