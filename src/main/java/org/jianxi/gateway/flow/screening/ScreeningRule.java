package org.jianxi.gateway.flow.screening;

import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.StatedRule;
import org.jianxi.gateway.flow.inquiries.InquiryRules;

/** What closing a side of a screening has to keep. The ids stand on the wire. */
enum ScreeningRule implements StatedRule {
    OUTCOME("P-SCREENING-OUTCOME", "疑点的核实结果须为规定的一种", "A side closes a screening with one of the outcomes there are"),
    TEXT("P-SCREENING-TEXT", "疑点的核实结果须附说明，4至500字", "A side says what it found in 4 to 500 characters"),
    STATE(
            "P-SCREENING-STATE",
            "疑点由每一方只核实一次，且在办结或失效之前",
            "Each side closes its part once, before the screening is closed or has lapsed");

    static final InquiryRules ALL = new InquiryRules(OUTCOME, TEXT, STATE);

    private final RuleText text;

    ScreeningRule(String id, String zh, String en) {
        this.text = RuleText.of(id, zh, en, "人社部发〔2023〕27号 四(二)；docs/screening.md");
    }

    @Override
    public RuleText text() {
        return text;
    }
}
