package org.jianxi.gateway.mapping.clause;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;

/**
 * What the records of one batch must keep among each other. For one thread; of a batch beyond some hundred thousand records the rest is
 * not compared.
 */
final class SeenInBatch {

    private static final int MOST = 200_000;
    private static final Set<String> UNDER_WAY = Set.of("PENDING", "IN_POST");
    private static final Set<String> NOT_PAID = Set.of("REJECTED", "RETURNED", "RECOVERED");
    private static final List<String> CLAIM = List.of("placementId", "kind", "periodFrom", "periodTo");

    private final Map<String, Integer> taken = new HashMap<>();
    private final Set<List<String>> claims = new HashSet<>();

    /** One more of a post's places is taken than it has (岗位募集人数). */
    Optional<Broken> headcount(CanonicalRecord placement, Optional<KnownRecord> post) {
        var runs = placement.text("status").filter(UNDER_WAY::contains).isPresent()
                && placement.find(PlacementTerm.ACTUAL_END).isEmpty();
        var most = post.flatMap(known -> known.text("headcount")).map(Integer::valueOf);
        if (!runs || most.isEmpty()) {
            return Optional.empty();
        }
        return placement
                .text("postId")
                .map(id -> taken.merge(id, 1, Integer::sum))
                .filter(count -> count > most.get())
                .map(more -> Broken.of(
                        ClauseRule.HEADCOUNT,
                        "postId",
                        "的在岗和待派遣人数已超过该岗位的募集人数；请核对",
                        "has more people in post or on their way than the post has places: check"));
    }

    /** The same months of the same placement are claimed again (人社部发〔2023〕27号 四(二)). */
    Stream<Broken> claim(CanonicalRecord payment) {
        var claim =
                CLAIM.stream().flatMap(field -> payment.text(field).stream()).toList();
        var counts = claim.size() == CLAIM.size()
                && payment.text("status").filter(NOT_PAID::contains).isEmpty()
                && claims.size() < MOST;
        return counts && !claims.add(claim)
                ? Stream.of(
                        Broken.of(
                                ClauseRule.PAID_TWICE,
                                CLAIM.getFirst(),
                                "的同一补贴同一所属期在本批中已有一条；请核对是否重复申报",
                                "has the same kind of subsidy for the same months before in this batch: check whether it is claimed twice"))
                : Stream.empty();
    }
}
