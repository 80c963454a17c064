package org.jianxi.gateway.records.duties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** One office's made-up records of every dataset that duties look at, in the dictionary's names; a blank field is left out. */
final class MadeUpDuties {

    static final List<String> DATASETS =
            List.of("units", "posts", "mentors", "placements", "matching-events", "post-publications");

    private static final List<String> KINDS = List.of("RESEARCH", "SKILL", "MANAGEMENT", "SOCIAL_SERVICE");
    private static final List<String> STATES = List.of("DRAFT", "REVIEWED", "PUBLISHED", "FILLED", "CLOSED");
    private static final LocalDate FROM = LocalDate.parse("2022-10-01");
    private static final int DAYS = 360;

    private final Random random;
    private final String office;
    private final String other;

    /** @param other an office that some of its units and events report to instead */
    MadeUpDuties(long seed, String office, String other) {
        this.random = new Random(seed * 1_000_003 + office.hashCode());
        this.office = office;
        this.other = other;
    }

    Map<String, List<Map<String, String>>> records() {
        var all = new TreeMap<String, List<Map<String, String>>>();
        all.put("units", many(12, this::unit));
        all.put("posts", many(80, this::post));
        all.put("mentors", many(20, id -> Map.of("mentorId", "M" + id, "unitId", unitId())));
        all.put("placements", many(150, this::placement));
        all.put("matching-events", many(random.nextInt(5), this::event));
        all.put("post-publications", many(60, this::publication));
        return all;
    }

    private Map<String, String> unit(int id) {
        var unit = new HashMap<>(Map.of("unitId", "U" + id, "reportingOffice", reporting(), "recognisedOn", day()));
        maybe(unit, "withdrawnOn", 4, this::day);
        maybe(unit, "recognitionValidTo", 3, this::day);
        if (random.nextInt(2) == 0) {
            unit.put("annualReviewYear", random.nextInt(3) == 0 ? "2022" : "2023");
            unit.put("annualReviewResult", random.nextInt(3) == 0 ? "FAIL" : "PASS");
        }
        return unit;
    }

    private Map<String, String> post(int id) {
        var raised = random.nextInt(DAYS);
        var post = new HashMap<>(Map.of(
                "postId",
                "P" + id,
                "unitId",
                unitId(),
                "category",
                KINDS.get(random.nextInt(KINDS.size())),
                "headcount",
                Integer.toString(1 + random.nextInt(9)),
                "demonstration",
                Boolean.toString(random.nextInt(20) == 0),
                "raisedOn",
                FROM.plusDays(raised).toString(),
                "status",
                STATES.get(random.nextInt(STATES.size()))));
        maybe(
                post,
                "publicityFrom",
                2,
                () -> FROM.plusDays(raised + random.nextInt(20) - 2).toString());
        maybe(post, "closedOn", 4, this::day);
        return post;
    }

    private Map<String, String> placement(int id) {
        var start = random.nextInt(DAYS);
        var placement = new HashMap<>(Map.of(
                "placementId",
                "L" + id,
                "traineeId",
                "T" + id,
                "unitId",
                unitId(),
                "postId",
                "P1",
                "startOn",
                FROM.plusDays(start).toString(),
                "status",
                random.nextInt(12) == 0 ? "CANCELLED" : "IN_POST"));
        maybe(
                placement,
                "actualEndOn",
                2,
                () -> FROM.plusDays(start + 30 + random.nextInt(200)).toString());
        maybe(placement, "mentorId", 1, () -> "M" + (1 + random.nextInt(24)));
        if (random.nextInt(8) == 0) {
            placement.remove("mentorId");
        }
        return placement;
    }

    private Map<String, String> event(int id) {
        return Map.of("eventId", "E" + id, "reportingOffice", reporting(), "kind", "JOB_FAIR", "heldOn", day());
    }

    private Map<String, String> publication(int id) {
        return Map.of(
                "feedId",
                "F" + id,
                "postId",
                "P" + (1 + random.nextInt(90)),
                "generatedAt",
                FROM.plusDays(random.nextInt(DAYS)) + "T" + (random.nextBoolean() ? "00:00:00" : "23:59:59"),
                "listKind",
                random.nextInt(5) == 0 ? "UNITS" : "POSTS",
                "channel",
                "部门网站");
    }

    private String reporting() {
        return random.nextInt(6) == 0 ? other : office;
    }

    /** Some lead to no unit. */
    private String unitId() {
        return "U" + (1 + random.nextInt(13));
    }

    private String day() {
        return FROM.plusDays(random.nextInt(DAYS)).toString();
    }

    private void maybe(Map<String, String> record, String field, int oneIn, java.util.function.Supplier<String> value) {
        if (random.nextInt(oneIn) == 0) {
            record.put(field, value.get());
        }
    }

    private static List<Map<String, String>> many(
            int count, java.util.function.IntFunction<Map<String, String>> record) {
        var records = new ArrayList<Map<String, String>>();
        for (var id = 1; id <= count; id++) {
            records.add(record.apply(id));
        }
        return records;
    }
}
