package org.jianxi.gateway.validation;

import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.StatedRule;

/** What a return's heading must keep: which form, which month, whose. The ids stand on the wire. */
public enum HeadingRule implements StatedRule {
    FORM("P-FORM", "报表版本应为已知的版本", "The form is an edition we know", "docs/rules.md P-FORM"),
    FORM_PERIOD(
            "P-FORM-PERIOD",
            "报表版本应适用于报告期",
            "The edition of the form is in force for the period",
            "docs/rules.md P-FORM-PERIOD"),
    PERIOD(
            "P-PERIOD",
            "文件中的报告期应与报送的报告期一致",
            "The document's period is the one it was delivered for",
            "docs/rules.md P-PERIOD"),
    PERIOD_MISSING(
            "P-PERIOD-MISSING",
            "应说明报告期",
            "The document or the delivery says for which month it is",
            "docs/rules.md P-PERIOD-MISSING"),
    SENDER(
            "P-SENDER",
            "文件中的填报单位应与报送者一致",
            "The document's sender is the one that delivered it",
            "docs/rules.md P-SENDER"),
    SENDER_MISSING(
            "P-SENDER-MISSING",
            "应说明填报单位",
            "The document or the delivery says whose return it is",
            "docs/rules.md P-SENDER-MISSING"),
    SENDER_UNKNOWN(
            "P-SENDER-UNKNOWN",
            "填报单位应为附件1所列的单位",
            "The sender is one of the reporting units of annex 1",
            "云人社发〔2023〕18号 附件1");

    private final RuleText text;

    HeadingRule(String id, String zh, String en, String clause) {
        this.text = RuleText.of(id, zh, en, clause);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
