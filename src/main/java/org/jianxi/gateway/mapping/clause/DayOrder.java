package org.jianxi.gateway.mapping.clause;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;

/** Days and months of which one comes before the other. Canonical texts of the same kind compare as their days do. */
final class DayOrder {

    /** Of each dataset, rows of fields in their order; a row jumps over what a record does not have. */
    private static final Map<String, List<List<String>>> ORDERS = Map.of(
            "units",
            List.of(List.of("recognisedOn", "recognitionValidTo"), List.of("recognisedOn", "withdrawnOn")),
            "posts",
            List.of(List.of("publicityFrom", "publicityTo"), List.of("raisedOn", "closedOn")),
            "payments",
            List.of(List.of("periodFrom", "periodTo"), List.of("appliedOn", "reviewedOn", "approvedOn", "paidOn")),
            "matching-events",
            List.of(List.of("heldOn", "endOn")),
            "post-publications",
            List.of(List.of("publishedOn", "withdrawnOn")));

    private DayOrder() {}

    static Stream<Broken> judge(CanonicalRecord content) {
        return ORDERS.getOrDefault(content.dataset(), List.of()).stream().flatMap(order -> judge(content, order));
    }

    private static Stream<Broken> judge(CanonicalRecord content, List<String> order) {
        var stated =
                order.stream().filter(field -> content.find(field).isPresent()).toList();
        return Stream.iterate(1, place -> place < stated.size(), place -> place + 1)
                .filter(place -> isBefore(content, stated.get(place), stated.get(place - 1)))
                .map(place -> Broken.of(
                        ClauseRule.DAYS,
                        stated.get(place),
                        "早于%s；请核对两个日期".formatted(stated.get(place - 1)),
                        "is before %s: check both".formatted(stated.get(place - 1))));
    }

    private static boolean isBefore(CanonicalRecord content, String one, String other) {
        return text(content, one).compareTo(text(content, other)) < 0;
    }

    private static String text(CanonicalRecord content, String field) {
        return content.text(field).orElse("");
    }
}
