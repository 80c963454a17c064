package org.jianxi.gateway.records.duties;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Period;

/** The same numbers counted record by record, the slow and plain way. For one office over what several senders delivered. */
final class CountedByHand {

    private static final int DAYS = 10;

    private final LocalDate last;
    private final LocalDate january;
    private final String office;
    private final Map<String, Map<String, Long>> numbers = new HashMap<>();

    CountedByHand(Period month, String office) {
        this.last = month.lastDay();
        this.january = LocalDate.of(month.year(), 1, 1);
        this.office = office;
    }

    /** By measure's wire name, every number that is not zero. */
    Map<String, Map<String, Long>> of(List<Map<String, List<Map<String, String>>>> senders) {
        for (var records : senders) {
            var units = byId(records.get("units"), "unitId");
            records.get("units").forEach(this::unit);
            records.get("posts").stream()
                    .filter(post -> isOurs(units, post))
                    .forEach(post -> post(post, shownOn(post, records.get("post-publications"))));
            var mentors = byId(records.get("mentors"), "mentorId");
            records.get("placements").stream()
                    .filter(one -> isOurs(units, one))
                    .forEach(one -> placement(one, mentors));
            records.get("matching-events").forEach(this::event);
        }
        return numbers;
    }

    private boolean isOurs(Map<String, Map<String, String>> units, Map<String, String> record) {
        var unit = units.get(record.get("unitId"));
        return unit != null && unit.get("reportingOffice").equals(office);
    }

    private void unit(Map<String, String> unit) {
        if (!unit.get("reportingOffice").equals(office)
                || day(unit, "recognisedOn").isAfter(last)
                || unit.containsKey("withdrawnOn") && !day(unit, "withdrawnOn").isAfter(last)
                || unit.containsKey("recognitionValidTo")
                        && day(unit, "recognitionValidTo").isBefore(last)) {
            return;
        }
        add("unitReview", "recognised", 1);
        if (Integer.toString(last.getYear()).equals(unit.get("annualReviewYear"))) {
            add("unitReview", "reviewed", 1);
            if ("FAIL".equals(unit.get("annualReviewResult"))) {
                add("unitReview", "failed", 1);
            }
        }
    }

    private Optional<LocalDate> shownOn(Map<String, String> post, List<Map<String, String>> publications) {
        var days = new TreeMap<LocalDate, String>();
        if (post.containsKey("publicityFrom")) {
            days.put(day(post, "publicityFrom"), "record");
        }
        for (var one : publications) {
            if (one.get("postId").equals(post.get("postId"))
                    && one.get("listKind").equals("POSTS")) {
                days.put(LocalDate.parse(one.get("generatedAt").substring(0, 10)), "list");
            }
        }
        return days.keySet().stream().filter(day -> !day.isAfter(last)).findFirst();
    }

    private void post(Map<String, String> post, Optional<LocalDate> shown) {
        var heads = Integer.parseInt(post.get("headcount"));
        var said = List.of("PUBLISHED", "FILLED").contains(post.get("status"));
        var raised = day(post, "raisedOn");
        if (!raised.isAfter(last)
                && (!post.containsKey("closedOn") || day(post, "closedOn").isAfter(last))) {
            for (var measure : List.of("demonstrationPosts", "publishedPosts", "postKinds")) {
                add(measure, "posts", heads);
            }
            add("demonstrationPosts", "demonstration", post.get("demonstration").equals("true") ? heads : 0);
            add("publishedPosts", "shown", shown.isPresent() || said ? heads : 0);
            add("postKinds", post.get("category"), heads);
        }
        if (!raised.isAfter(last) && !raised.isBefore(january)) {
            raised(raised, heads, said, shown);
        }
    }

    private void raised(LocalDate raised, int heads, boolean said, Optional<LocalDate> shown) {
        if (shown.isPresent()) {
            var days = shown.get().toEpochDay() - raised.toEpochDay();
            add("publicationTime", "due", heads);
            add("publicationTime", days <= DAYS ? "inTime" : "late", heads);
            numbers.get("publicationTime").merge("longestDays", Math.max(days, 0), Math::max);
        } else if (said) {
            add("publicationTime", "undated", heads);
        } else if (raised.plusDays(DAYS).isAfter(last)) {
            add("publicationTime", "waiting", heads);
        } else {
            add("publicationTime", "due", heads);
            add("publicationTime", "unshown", heads);
        }
    }

    private void placement(Map<String, String> placement, Map<String, Map<String, String>> mentors) {
        var over = placement.containsKey("actualEndOn")
                && !day(placement, "actualEndOn").isAfter(last);
        if (placement.get("status").equals("CANCELLED")
                || day(placement, "startOn").isAfter(last)
                || over) {
            return;
        }
        add("mentors", "inPost", 1);
        if (placement.containsKey("mentorId")) {
            add("mentors", "mentored", 1);
            add("mentors", "listed", mentors.containsKey(placement.get("mentorId")) ? 1 : 0);
        }
    }

    private void event(Map<String, String> event) {
        var held = day(event, "heldOn");
        if (event.get("reportingOffice").equals(office) && !held.isBefore(january) && !held.isAfter(last)) {
            add("matchingEvents", held.getYear() + "-Q" + ((held.getMonthValue() - 1) / 3 + 1), 1);
        }
    }

    private void add(String measure, String name, long number) {
        numbers.computeIfAbsent(measure, one -> new HashMap<>()).merge(name, number, Long::sum);
    }

    private static LocalDate day(Map<String, String> record, String field) {
        return LocalDate.parse(record.get(field));
    }

    private static Map<String, Map<String, String>> byId(List<Map<String, String>> records, String key) {
        var byId = new HashMap<String, Map<String, String>>();
        records.forEach(record -> byId.put(record.get(key), record));
        return byId;
    }
}
