package org.jianxi.gateway.mapping.clause;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;

/**
 * A record against those of the same sender that it names and that stand: units, posts, mentors. Only warnings: what is delivered in
 * another order, or mended tomorrow, is no reason to turn a record away.
 */
record References(CanonicalRecord content, KnownTrainees known) {

    private static final String UNIT = "unitId";
    private static final Map<String, String> DATASETS =
            Map.of(UNIT, "units", "postId", "posts", "mentorId", "mentors", "placementId", "placements");

    Stream<Broken> judge() {
        return Stream.of(unknown(), sameUnit(), recognised()).flatMap(part -> part);
    }

    /** The record that a field names; empty also where that is its own id. */
    Optional<KnownRecord> named(String field) {
        var dataset = DATASETS.getOrDefault(field, "");
        return dataset.equals(content.dataset())
                ? Optional.empty()
                : content.text(field).flatMap(id -> known.record(dataset, id));
    }

    private Stream<Broken> unknown() {
        return DATASETS.entrySet().stream()
                .filter(one -> content.find(one.getKey()).isPresent()
                        && !one.getValue().equals(content.dataset())
                        && known.knows(one.getValue())
                        && named(one.getKey()).isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(one -> Broken.of(
                        ClauseRule.REFERENCE,
                        one.getKey(),
                        "不在已报送的%s中；请核对标识，或先报送该记录".formatted(one.getValue()),
                        "is none of the %s that were delivered: check the id, or deliver that record"
                                .formatted(one.getValue())));
    }

    private Stream<Broken> sameUnit() {
        return Stream.of("postId", "mentorId")
                .filter(field -> content.dataset().equals("placements")
                        && named(field)
                                .filter(other ->
                                        !other.agrees(UNIT, content.text(UNIT).orElse("")))
                                .isPresent())
                .map(field -> Broken.of(
                        ClauseRule.SAME_UNIT,
                        field,
                        "属于另一见习单位；岗位、带教老师应与见习记录同属一个单位，请核对",
                        "is of another unit: post and mentor belong to the placement's own unit; check"));
    }

    /** A unit hosts interns from the day it is recognised until it is delisted. */
    private Stream<Broken> recognised() {
        var begins = content.dataset().equals("posts") ? content.day("raisedOn") : content.day(PlacementTerm.START);
        return named(UNIT).stream()
                .filter(unit -> begins.filter(day -> !hosts(unit, day)).isPresent())
                .map(unit -> Broken.of(
                        ClauseRule.RECOGNISED,
                        UNIT,
                        "当日尚未认定或已清退；请核对单位的认定、清退日期",
                        "was not recognised on that day, or was delisted: check the unit's days"));
    }

    private static boolean hosts(KnownRecord unit, LocalDate day) {
        var early = unit.day("recognisedOn").filter(day::isBefore).isPresent();
        var late = unit.day("withdrawnOn").filter(last -> !day.isBefore(last)).isPresent();
        return !early && !late;
    }
}
