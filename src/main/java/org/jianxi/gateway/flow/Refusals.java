package org.jianxi.gateway.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.Approvals.Approval;

/** Why the provincial return may not be approved or filed just now, all reasons at once. */
final class Refusals {

    private Refusals() {}

    static List<Finding> ofApproval(NextFiling next, Collection<Sender> acceptedGaps) {
        var refused = new ArrayList<>(ofBase(next));
        var unnamed = next.view().gaps().stream()
                .filter(gap -> !acceptedGaps.contains(gap))
                .map(Sender::code)
                .collect(Collectors.joining(", "));
        if (!unnamed.isEmpty()) {
            refused.add(finding(
                    FlowRule.GAPS,
                    "缺报单位须逐一确认后方可审核：" + unnamed,
                    "every missing sender must be named in acceptGaps: " + unnamed));
        }
        return refused;
    }

    static List<Finding> ofFiling(NextFiling next, List<Approval> given, String officer) {
        var refused = new ArrayList<>(ofBase(next));
        if (!refused.isEmpty()) {
            return refused;
        }
        if (given.isEmpty()) {
            refused.add(finding(FlowRule.APPROVAL, "现有数据尚未审核", "the figures as they stand have not been approved"));
        } else if (MonthEndFlow.byAnother(given, officer).isEmpty()) {
            refused.add(finding(
                    FlowRule.TWO_PEOPLE, "审核与上报须为不同人员", "the one who approved may not file; another person must"));
        }
        return refused;
    }

    /** A correction says what changed since the last filing; nothing did, or nobody can say. */
    private static List<Finding> ofBase(NextFiling next) {
        var id = next.base().map(base -> base.filed().messageId()).orElse("");
        if (next.base().filter(base -> !base.stands()).isPresent()) {
            return List.of(finding(
                    FlowRule.FILED_FIGURES,
                    "台账不再得出已上报的数据，报文号 " + id + "；请先运行 ledger fsck",
                    "the ledger no longer gives what was filed as " + id + "; run ledger fsck"));
        }
        return next.isUnchanged()
                ? List.of(finding(
                        FlowRule.ALREADY_FILED, "该期数据已上报，报文号 " + id, "these figures were filed already as " + id))
                : List.of();
    }

    private static Finding finding(FlowRule rule, String zh, String en) {
        return Finding.error(rule, Place.WHOLE, new Bilingual(zh, en));
    }
}
