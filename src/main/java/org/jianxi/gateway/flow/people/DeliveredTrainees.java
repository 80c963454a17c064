package org.jianxi.gateway.flow.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.mapping.clause.KnownRecord;
import org.jianxi.gateway.mapping.clause.KnownTrainees;
import org.jianxi.gateway.mapping.clause.TraineeFacts;
import org.jianxi.gateway.records.RecordLookup;
import org.jianxi.gateway.records.facts.RecordFacts;
import org.jianxi.gateway.records.facts.StandingFacts;
import tools.jackson.databind.JsonNode;

/**
 * What a sender has delivered before, whatever the month: trainees, and what else its records name. It is told from what is kept beside the
 * sealed records; one is opened only for the birth date of a trainee whose age is asked about, and where nothing was kept beside.
 */
public record DeliveredTrainees(RecordLookup records, StandingFacts facts) implements KnownTrainees {

    private static final String TRAINEES = "trainees";
    private static final String CATEGORY = "category";
    private static final String GRADUATED = "graduatedOn";

    /** What is asked of each dataset. */
    public static final Map<String, List<String>> ASKED = Map.of(
            TRAINEES,
            List.of(CATEGORY, GRADUATED),
            "units",
            List.of("recognisedOn", "withdrawnOn"),
            "posts",
            List.of("unitId", "headcount"),
            "mentors",
            List.of("unitId"),
            "placements",
            List.of("startOn", "plannedEndOn", "actualEndOn", "endKind"));

    /** The trainees whose age is asked about. */
    public static final RecordLookup.Likely YOUTHS =
            new RecordLookup.Likely(TRAINEES, CATEGORY, TraineeFacts.UNEMPLOYED_YOUTH);

    @Override
    public Optional<TraineeFacts> find(String traineeId) {
        return facts.tell(TRAINEES)
                ? facts.find(TRAINEES, traineeId).flatMap(kept -> trainee(traineeId, kept))
                : opened(traineeId);
    }

    /** Of a graduate no age is asked. */
    private Optional<TraineeFacts> trainee(String id, RecordFacts kept) {
        var told = TraineeFacts.told(
                kept.written(CATEGORY).orElse(""),
                Optional.empty(),
                Optional.empty(),
                kept.written(GRADUATED).map(LocalDate::parse));
        return told.isUnemployedYouth() ? opened(id) : Optional.of(told);
    }

    private Optional<TraineeFacts> opened(String traineeId) {
        return records.find(TRAINEES, List.of(traineeId)).map(DeliveredTrainees::facts);
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
        return facts.tell(dataset)
                ? facts.find(dataset, id).map(Kept::new)
                : records.find(dataset, List.of(id)).map(Opened::new);
    }

    private record Kept(RecordFacts facts) implements KnownRecord {

        @Override
        public Optional<String> text(String field) {
            return facts.written(field);
        }

        @Override
        public boolean agrees(String field, String id) {
            return facts.agrees(field, id);
        }
    }

    private record Opened(JsonNode tree) implements KnownRecord {

        @Override
        public Optional<String> text(String field) {
            return Optional.of(tree.path(field).asString("")).filter(text -> !text.isEmpty());
        }
    }

    private static TraineeFacts facts(JsonNode trainee) {
        return TraineeFacts.told(
                trainee.path(CATEGORY).asString(""),
                CitizenId.find(trainee.path("idNumber").asString("")),
                day(trainee, "birthDate"),
                day(trainee, GRADUATED));
    }

    private static Optional<LocalDate> day(JsonNode trainee, String field) {
        return Optional.of(trainee.path(field).asString(""))
                .filter(text -> !text.isEmpty())
                .map(LocalDate::parse);
    }
}
