package org.jianxi.gateway.filing.month;

import org.jianxi.gateway.canonical.Bilingual;

/** Why an act on a month is refused. */
public enum Refusal {
    ALREADY_FILED("这些数据已上报，只能更正", "these figures were filed; only a correction follows"),
    GAPS("缺报单位未逐一确认", "a missing unit was not named"),
    RETURNED("退回未答复的单位未逐一确认", "a unit whose return was sent back was not named"),
    APPROVAL("现有数据未审核", "the figures as they stand are not approved"),
    TWO_PEOPLE("审核与上报须为不同人员", "whoever approved may not file"),
    NOTHING_THERE("该单位没有可退回的报表", "no return of that unit stands"),
    ALREADY_RETURNED("该单位报表已退回", "that unit's return was sent back already"),
    NOT_RETURNED("该单位报表未退回，或已重新报送", "that unit's return was not sent back, or was answered"),
    UNKNOWN_FILING("没有这次上报", "there is no such filing"),
    EARLIER_UNSETTLED("前一次上报尚无结果", "an earlier filing is not settled"),
    SETTLED("该次上报已有结果", "that filing is settled"),
    AFTER_REJECTION("部里退回之后的回执须由人处理", "an acknowledgement after a rejection is for a person to settle");

    private final Bilingual message;

    Refusal(String zh, String en) {
        this.message = new Bilingual(zh, en);
    }

    public Bilingual message() {
        return message;
    }
}
