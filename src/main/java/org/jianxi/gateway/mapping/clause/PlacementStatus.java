package org.jianxi.gateway.mapping.clause;

import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.CanonicalRecord;

/** Whether the status of a placement (见习状态) is what its end says. Only a warning: the figures follow the days, not the status. */
record PlacementStatus(CanonicalRecord placement) {

    private static final String FIELD = "status";
    private static final Set<String> UNDER_WAY = Set.of("PENDING", "IN_POST");
    private static final Set<String> OVER = Set.of("COMPLETED", "RETAINED", "ABNORMAL");

    Optional<Broken> judge() {
        var status = placement.text(FIELD).orElse("");
        var ended = placement.find(PlacementTerm.ACTUAL_END).isPresent();
        if (UNDER_WAY.contains(status) && ended) {
            return broken("为未结束，但已有实际结束日期；请核对", "says that it is not over, but an actual end is stated: check");
        }
        if (OVER.contains(status) && !ended) {
            return broken("为已结束，但没有实际结束日期；请补填", "says that it is over, but no actual end is stated: state it");
        }
        var kind = placement.text("endKind").orElse("");
        return !kind.isEmpty() && OVER.contains(status) && status.equals("ABNORMAL") != kind.equals("ABNORMAL")
                ? broken("与结束方式不一致；请核对", "does not agree with how the placement ended: check")
                : Optional.empty();
    }

    private static Optional<Broken> broken(String zh, String en) {
        return Optional.of(Broken.of(ClauseRule.STATUS, FIELD, zh, en));
    }
}
