package org.jianxi.gateway.flow;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.month.MonthAct;
import org.jianxi.gateway.filing.month.Refusal;

/** Why an act on the province's month may not be done just now, all reasons at once, each as a rule. */
record Refusals(MonthStanding standing, MonthAct act) {

    /** Empty where the act may be done. */
    List<Finding> findings() {
        var turn = standing.month().after(act);
        return turn.reasons().stream().sorted().map(this::finding).toList();
    }

    /** A correction says what changed since the last filing; nobody can say it of figures that the ledger no longer gives. */
    static List<Finding> ofGround(NextFiling next) {
        if (next.base().filter(base -> !base.stands()).isEmpty()) {
            return List.of();
        }
        var id = messageId(next);
        return List.of(finding(
                FlowRule.FILED_FIGURES,
                "台账不再得出已上报的数据，报文号 " + id + "；请先运行 ledger fsck",
                "the ledger no longer gives what was filed as " + id + "; run ledger fsck"));
    }

    private Finding finding(Refusal reason) {
        return switch (reason) {
            case ALREADY_FILED -> alreadyFiled();
            case GAPS -> gaps();
            case RETURNED -> returned();
            case APPROVAL -> finding(FlowRule.APPROVAL, "现有数据尚未审核", "the figures as they stand have not been approved");
            case TWO_PEOPLE ->
                finding(FlowRule.TWO_PEOPLE, "审核与上报须为不同人员", "the one who approved may not file; another person must");
            case NOTHING_THERE, ALREADY_RETURNED, NOT_RETURNED ->
                Finding.error(FlowRule.RETURN_TO_SENDER, Place.WHOLE, reason.message());
            case UNKNOWN_FILING, EARLIER_UNSETTLED, SETTLED, AFTER_REJECTION ->
                throw new IllegalStateException(reason + " is about the ministry and no act of the office");
        };
    }

    private Finding alreadyFiled() {
        var id = messageId(standing.next());
        return finding(FlowRule.ALREADY_FILED, "该期数据已上报，报文号 " + id, "these figures were filed already as " + id);
    }

    private Finding gaps() {
        var unnamed = unnamed(standing.month().facts().missing(), ((MonthAct.Approve) act).missing());
        return finding(
                FlowRule.GAPS,
                "缺报单位须逐一确认后方可审核：" + unnamed,
                "every missing sender must be named in acceptGaps: " + unnamed);
    }

    private Finding returned() {
        var unnamed = unnamed(standing.month().facts().returned(), ((MonthAct.Approve) act).returned());
        return finding(
                FlowRule.RETURNED,
                "已退回而未答复的单位须逐一确认后方可审核：" + unnamed,
                "every sender whose return was sent back and not answered must be named in acceptReturned: " + unnamed);
    }

    private String unnamed(Set<Sender> needed, Collection<Sender> named) {
        return needed.stream()
                .filter(one -> !named.contains(one))
                .map(Sender::code)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String messageId(NextFiling next) {
        return next.base().map(base -> base.filed().messageId()).orElse("");
    }

    private static Finding finding(FlowRule rule, String zh, String en) {
        return Finding.error(rule, Place.WHOLE, new Bilingual(zh, en));
    }
}
