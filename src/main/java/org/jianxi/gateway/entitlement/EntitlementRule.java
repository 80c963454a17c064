package org.jianxi.gateway.entitlement;

import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.canonical.StatedRule;

/** What claims and payments must keep beside their placements. Each is a question for the office; none blocks anything. */
public enum EntitlementRule implements StatedRule {
    RATE("M-RATE", "补贴标准应为所属月份适用的标准", "The rate is the one in force in the months it is for", "云人社发〔2023〕18号 三"),
    MONTHS(
            "M-MONTHS",
            "申领月份应在见习期间之内，不超过实际见习月数和最长补贴月数",
            "Months are claimed within the placement, no more than were served and no more than are subsidised",
            "人社部发〔2023〕27号 三(三)"),
    REMAINDER(
            "M-REMAINDER",
            "剩余期限补贴应用于见习期未满签订劳动合同的剩余月份，且在政策期限内",
            "The remainder is for the months that an early labour contract leaves, within the span they are subsidised",
            "人社部发〔2023〕27号 三(一)"),
    EARLY(
            "M-EARLY",
            "留用差额应在见习结束后发放",
            "The retention difference is paid after the placement's end",
            "人社部发〔2023〕27号 四(二)"),
    SHARE(
            "M-SHARE",
            "留用差额应以单位留用率达到规定比例为前提",
            "The retention difference is for a unit whose rate of retention is reached",
            "云人社发〔2023〕18号 三"),
    ONCE("M-ONCE", "留用差额应一次发放", "The retention difference is paid once", "人社部发〔2023〕27号 四(二)"),
    AT_END(
            "M-AT-END",
            "基本补贴应按月发放，不得在见习结束后一次发放",
            "The base is paid month by month, never everything at the end",
            "人社部发〔2023〕27号 四(二)"),
    OVERPAID("M-OVERPAID", "已拨补贴应不超过应拨补贴", "No more is paid than is due", "人社部发〔2023〕27号 四(二)"),
    CEILING(
            "M-CEILING",
            "指标14应不超过由记录推算的应拨补贴上限",
            "Indicator 14 is no more than could be paid by the records",
            "人社部发〔2023〕27号 附件 填报说明5"),
    NO_RULE(
            "M-NO-RULE",
            "月份应有适用的补贴规则；没有的，应拨补贴不作推算",
            "A dated rule speaks of the month; where none does, nothing is reckoned");

    private final RuleText text;

    EntitlementRule(String id, String zh, String en) {
        this.text = RuleText.ours(id, zh, en);
    }

    EntitlementRule(String id, String zh, String en, String clause) {
        this.text = RuleText.of(id, zh, en, clause);
    }

    @Override
    public RuleText text() {
        return text;
    }

    @Override
    public Severity severity() {
        return this == NO_RULE ? Severity.INFO : Severity.WARNING;
    }
}
