package org.jianxi.gateway.flow;

import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.canonical.StatedRule;

/** What may be refused of a delivery or a filing whatever the figures say. The ids stand on the wire. */
public enum FlowRule implements StatedRule {
    IDEMPOTENCY_KEY(
            "S-IDEMPOTENCY-KEY", "一个幂等键只用于同样的内容", "An idempotency key stands for one content", "接口约定 §2 · contract §2"),
    ACCESS(
            "P-ACCESS",
            "报送权限在处理前被撤销的，不予受理",
            "What a key may no longer deliver when it is read is not taken in",
            "本网关报送规则 · the gateway's own rule of filing"),
    MONTH_NOT_OVER(
            "P-MONTH-NOT-OVER",
            "报告期结束后方可报送",
            "A return is delivered when its month is over",
            "云人社发〔2023〕18号 四，填报说明1：次月报送上月数据"),
    LATE(
            "P-LATE",
            "逾期报送仍予受理，记为迟报",
            "A return after the deadline is taken in and judged late; no deadline closes a month",
            "云人社发〔2023〕18号 四"),
    AFTER_APPROVAL(
            "P-AFTER-APPROVAL",
            "审核之后报送的，原审核失效，须重新审核",
            "A return accepted after the approval ends it: the figures are approved anew",
            "本网关报送规则 · the gateway's own rule of filing"),
    AFTER_FILING(
            "P-AFTER-FILING",
            "上报之后报送的，作为更正或补报另行上报",
            "A return accepted after the filing travels as a correction of it",
            "本网关报送规则 · the gateway's own rule of filing"),
    YEAR_CLOSED(
            "P-YEAR-CLOSED",
            "已关账年度不再受理报送",
            "No return is taken in for a year that the office has closed",
            "本网关报送规则 · the gateway's own rule of filing"),
    EDITION_OLD(
            "P-EDITION-OLD", "旧版报表在截止日前仍予受理", "An older edition of the form is taken until its day", FlowRule.EDITIONS),
    EDITION_CLOSED("P-EDITION-CLOSED", "旧版报表过期后不再受理", "After its day an older edition is not taken", FlowRule.EDITIONS),
    EDITION_OTHER(
            "P-EDITION-OTHER",
            "报表指标应与该期报表一致，方可汇总",
            "An edition adds up with the month's own: it has the same indicators",
            FlowRule.EDITIONS),
    GAPS(
            "P-GAPS",
            "缺报单位须逐一确认后方可审核",
            "Every missing sender is named before the return is approved",
            "人社部发〔2023〕27号 四；汇总规则 R3"),
    RETURNED(
            "P-RETURNED",
            "已退回而未答复的报表须逐一确认后方可审核",
            "Every return that was sent back and not answered is named before the figures are approved",
            FlowRule.OFFICE),
    RETURN_TO_SENDER(
            "P-RETURN-TO-SENDER",
            "退回的是现行报表，一次退回一次答复，答复之前可撤销",
            "The return that stands is sent back once until it is answered, and until then that may be taken back",
            FlowRule.OFFICE),
    REASON(
            "P-REASON",
            "办理须附理由：取自清单，另附4至500字说明，不写个人信息",
            "An act is given a reason of the list and 4 to 500 characters, with nothing about persons",
            FlowRule.OFFICE),
    LATE_EXCEPTION(
            "P-LATE-EXCEPTION", "延期受理的期限晚于截止日", "An exception lasts until a day after the deadline", FlowRule.OFFICE),
    APPROVAL("P-APPROVAL", "上报前数据须经审核", "Figures are approved as they stand before they are filed", FlowRule.OFFICE),
    TWO_PEOPLE("P-TWO-PEOPLE", "审核与上报须为不同人员", "The one who approves does not file", FlowRule.OFFICE),
    ALREADY_FILED("P-ALREADY-FILED", "同样的数据只上报一次", "The same figures are filed once", FlowRule.OFFICE),
    TYPED_ACKNOWLEDGEMENT(
            "P-TYPED-ACKNOWLEDGEMENT",
            "人工登记的回执应有部里的编号和收到时间，时间在上报之后、登记之前；改登须写明原因",
            "An acknowledgement typed in has the ministry's number and a time between the filing and now; a second one says why",
            FlowRule.OFFICE),
    SIGNED_ACKNOWLEDGEMENT(
            "P-SIGNED-ACKNOWLEDGEMENT",
            "上传的回执由部里签名，所指为本次上报的报文和内容",
            "An acknowledgement that is uploaded is signed by the ministry and speaks of this very filing",
            FlowRule.OFFICE),
    FILED_FIGURES(
            "P-FILED-FIGURES",
            "更正以已上报的数据为准",
            "A correction starts from the very figures that were filed",
            FlowRule.OFFICE);

    private static final String EDITIONS = "docs/locks.md";
    private static final String OFFICE = "本网关报送规则 · the gateway's own rule of filing";

    private final RuleText text;

    FlowRule(String id, String zh, String en, String clause) {
        this.text = RuleText.of(id, zh, en, clause);
    }

    @Override
    public RuleText text() {
        return text;
    }

    /** Three let a return in and say what follows, and one warns. */
    @Override
    public Severity severity() {
        return switch (this) {
            case LATE, AFTER_APPROVAL, AFTER_FILING -> Severity.INFO;
            case EDITION_OLD -> Severity.WARNING;
            default -> Severity.ERROR;
        };
    }
}
