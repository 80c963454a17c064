package org.jianxi.gateway.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.Approvals.Approval;
import org.jianxi.gateway.filing.FiledReturns.Filed;

/** Why the provincial return may not be approved or filed just now, all reasons at once. */
final class Refusals {

    private Refusals() {}

    static List<Finding> ofApproval(ProvincialView view, Optional<Filed> before, Collection<Sender> acceptedGaps) {
        var refused = new ArrayList<Finding>();
        unchanged(view, before).ifPresent(refused::add);
        var unnamed = view.gaps().stream()
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

    static List<Finding> ofFiling(ProvincialView view, Optional<Filed> before, List<Approval> given, String officer) {
        var refused = new ArrayList<Finding>();
        unchanged(view, before).ifPresent(refused::add);
        if (given.isEmpty()) {
            refused.add(finding(FlowRule.APPROVAL, "现有数据尚未审核", "the figures as they stand have not been approved"));
        } else if (MonthEndFlow.byAnother(given, officer).isEmpty()) {
            refused.add(finding(
                    FlowRule.TWO_PEOPLE, "审核与上报须为不同人员", "the one who approved may not file; another person must"));
        }
        return refused;
    }

    private static Optional<Finding> unchanged(ProvincialView view, Optional<Filed> before) {
        return before.filter(filed -> filed.figures().equals(view.digest()))
                .map(filed -> finding(
                        FlowRule.ALREADY_FILED,
                        "该期数据已上报，报文号 " + filed.messageId(),
                        "these figures were filed already as " + filed.messageId()));
    }

    private static Finding finding(FlowRule rule, String zh, String en) {
        return Finding.error(rule.id(), Place.WHOLE, new Bilingual(zh, en), rule.clause());
    }
}
