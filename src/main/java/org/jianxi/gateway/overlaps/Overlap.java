package org.jianxi.gateway.overlaps;

import java.util.Comparator;
import java.util.List;
import org.jianxi.gateway.inquiries.Suspicion;

/** What was found of one person's placements. */
public record Overlap(OverlapKind kind, List<Placement> placements) {

    public Overlap {
        placements = placements.stream()
                .sorted(Comparator.comparing(Placement::name))
                .toList();
    }

    public Suspicion suspicion() {
        return new Suspicion(
                kind.kind(), placements.stream().map(Placement::evidence).toList());
    }
}
