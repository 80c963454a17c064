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

    private static final String ROLL_UP = "人社部发〔2023〕27号 四；汇总规则 R3";
    private static final String OFFICE = "本网关报送规则 · the gateway's own rule of filing";

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
                    "P-GAPS",
                    "缺报单位须逐一确认后方可审核：" + unnamed,
                    "every missing sender must be named in acceptGaps: " + unnamed,
                    ROLL_UP));
        }
        return refused;
    }

    static List<Finding> ofFiling(ProvincialView view, Optional<Filed> before, List<Approval> given, String officer) {
        var refused = new ArrayList<Finding>();
        unchanged(view, before).ifPresent(refused::add);
        if (given.isEmpty()) {
            refused.add(finding("P-APPROVAL", "现有数据尚未审核", "the figures as they stand have not been approved", OFFICE));
        } else if (MonthEndFlow.byAnother(given, officer).isEmpty()) {
            refused.add(finding(
                    "P-TWO-PEOPLE", "审核与上报须为不同人员", "the one who approved may not file; another person must", OFFICE));
        }
        return refused;
    }

    private static Optional<Finding> unchanged(ProvincialView view, Optional<Filed> before) {
        return before.filter(filed -> filed.figures().equals(view.digest()))
                .map(filed -> finding(
                        "P-ALREADY-FILED",
                        "该期数据已上报，报文号 " + filed.messageId(),
                        "these figures were filed already as " + filed.messageId(),
                        OFFICE));
    }

    private static Finding finding(String rule, String zh, String en, String clause) {
        return Finding.error(rule, Place.WHOLE, new Bilingual(zh, en), clause);
    }
}
